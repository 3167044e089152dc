# %% right="short"
rewrite = 'Jo, can I show the new ranking to 20% of members? I need your yes or no by Friday. Clicks fall 5%, but more people stay. If two of six countries mislead us, I switch it off the same day.'

# %% right="a list"
rewrite = """Hi Jo,

1. What I need: please decide by Wednesday whether 20% of members get the new ranking.
2. What you lose: 5% of the clicks.
3. What you gain: 0.4 points more members after four weeks, seen in 2 of 6 countries so far.
4. The risk: the other four countries could turn out worse. Then we stop.

Search doesn't know yet. I'll tell them tomorrow."""

# %% right="a question first"
rewrite = "Would you accept 5% fewer clicks for members who stay longer? That's the trade the new ranking makes. After 28 days, 0.4 points more of them are still here. Only two countries have enough members to say so. We might be wrong about the other four. The freeze is on 14 November, so I need to hear from you by the 7th."

# %% right="formal"
rewrite = 'Dear Ms Okafor, I am writing to ask for your decision by Monday, 3 November. The new ranking is ready for 20% of our members. It reduces clicks by 5% and keeps slightly more members after four weeks. The evidence covers two countries out of six. There is a risk that it does not hold elsewhere. In that case I would return to the present ranking within a day. Kind regards, A. Lindqvist'

# %% right="blunt"
rewrite = "Two options. A: we wait, nothing changes, we know nothing. B: 20% of members from Tuesday; clicks drop 5%; retention was up 0.4 points in the test. B needs someone on call. B may fail in four countries we know little about. I'd take B. Can you tell me by tomorrow noon?"

# %% right="with bullets"
rewrite = """Decision for you by Thu 6 Nov: new ranking to 20%? I need a yes or a no from you on Thursday.
- Down: clicks, 5%
- Up: people still with us after four weeks
- Unknown: four countries. If they look bad, it goes off.
- Nobody from search has agreed to this so far."""

# %% right="times of day and dates in digits"
rewrite = "Can we talk on 2026-11-05 at 14:30, or at 9 am the day after? I'd like your go-ahead for 20% of members. It will cost clicks (5%). It seems to keep people longer. It may not do so in four of the six countries, and if it doesn't I'll turn it off before lunch."

# %% right="a date without a year"
rewrite = "Please choose by 7.11. whether the new ranking goes to a fifth of our members, which is 20%. You'd see 5% fewer clicks for four weeks. If retention doesn't follow by then, we take it back. I'd feel safer with two more countries, but the freeze won't wait."

# %% right="asks no before yes"
rewrite = "I'd like you to say no unless you can live with this: clicks down 5 %. What you'd get for it is members who stay, 0.4 points, p.s. only in two countries so far. Your answer by Friday is enough for me. After the freeze on 14 November it's January."

# %% right="a question, the date after it"
rewrite = 'Should we start with 20% of the members? Friday 7 November is the last day on which I can staff it. Fewer clicks, about 5%; more people who stay; one open question: the four small countries, which might go the other way.'

# %% right="the numbers with commas as decimals in words"
rewrite = "Marta, could you decide this week whether a fifth of members may see the new ranking? People click 5% less. After four weeks somewhat more of them are still here. It's early: two countries of six. If I'm wrong you will hear it from me first, and it's off."

# %% right="non-native"
rewrite = "Hello Priya, please can you confirm until Thursday if we go live with 20 %? The members will click less, minus 5 %, this is expected and will not recover. More members stay. For the four smaller markets we don't know it. In the worst case we have a bad week before the holidays and go back."

# %% wrong="the original" caught_by="no jargon"
rewrite = "Hi all, following up on the ranker ablation. The new logits on top of the retrained embeddings give NDCG +1.8 and AUC +0.6 offline, though the propensity weights are noisy in the tail. Click-through goes down by 5 %, as expected, since the head is less peaked. In the holdout we see an uplift of 0.4 points on 28-day retention, p-value 0.03, but only two of six markets have converged so far. A shadow run on full traffic would take 2 weeks and would tell us about latency, not about members. Exposure could go to 20 % before the freeze on 14 November, but on-call would need to be staffed for that, and search hasn't been consulted. It would be good to get alignment on next steps. Thoughts?"

# %% wrong="121 words" caught_by="length and plainness"
rewrite = 'Dear Ms Okafor, I am writing to ask for your decision by Monday, 3 November. The new ranking is ready for 20% of our members. It reduces clicks by 5% and keeps slightly more members after four weeks. The evidence covers two countries out of six. There is a risk that it does not hold elsewhere. In that case I would return to the present ranking within a day. Kind regards, A. Lindqvist Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes.'

# %% wrong="a number that was made up" caught_by="decision with number and risk"
rewrite = 'Jo, can I show the new ranking to 20% of members? I need your yes or no by Friday. Clicks fall 7%, but more people stay. If two of six countries mislead us, I switch it off the same day.'

# %% wrong="a number that was worked out" caught_by="decision with number and risk"
rewrite = 'Jo, can I show the new ranking to 1 in 4 of members? I need your yes or no by Friday. Clicks fall 5%, but more people stay. If two of six countries mislead us, I switch it off the same day.'

# %% wrong="no date" caught_by="decision with number and risk"
rewrite = 'Jo, can I show the new ranking to 20% of members? I need your yes or no. Clicks fall 5%, but more people stay. If two of six countries mislead us, I switch it off the same day.'

# %% wrong="jargon in a heading" caught_by="no jargon"
rewrite = """NDCG UPDATE
Jo, can I show the new ranking to 20% of members? I need your yes or no by Friday. Clicks fall 5%, but more people stay. If two of six countries mislead us, I switch it off the same day."""

# %% wrong="a decision asked of nobody" caught_by="decision with number and risk"
rewrite = 'It should be decided by Friday whether 20% of members see the new ranking. Clicks fall 5%. The risk is that two of six countries mislead us. Otherwise all is ready.'

# %% wrong="ninety words in two sentences" caught_by="length and plainness"
rewrite = 'I need your yes or no by Friday on whether the new ranking, which lowers clicks by 5% but which seems to keep rather more members with us after four weeks in two of the six countries, can go to 20% of members before the freeze begins. If the other four countries turn out worse, which may well happen because we have far fewer members there and the holidays are near, I would switch it off on the same day, tell you first, and come back in January with whatever we have learned by then from it.'

# %% wrong="the empty string" caught_by="length and plainness"
rewrite = ''

# %% wrong="twelve words" caught_by="length and plainness"
rewrite = "Can we go to 20% by Friday? It's a risk, of course."

# %% wrong="no number" caught_by="decision with number and risk"
rewrite = 'Jo, can I show the new ranking to some of members? I need your yes or no by Friday. Clicks fall, but more people stay. If few countries mislead us, I switch it off the same day.'

# %% wrong="no risk" caught_by="decision with number and risk"
rewrite = 'Jo, can I show the new ranking to 20% of members? I need your yes or no by Friday. Clicks fall 5%, but more people stay after four weeks. Everybody here is excited.'

# %% wrong="AUC in lower case" caught_by="no jargon"
rewrite = 'Jo, can I show the new ranking to 20% of members? I need your yes or no by Friday. Clicks fall 5%, but more people stay. If two of six countries mislead us, I switch it off the same day. The auc is fine.'

# %% wrong="hold-out with a hyphen" caught_by="no jargon"
rewrite = 'Jo, can I show the new ranking to 20% of members? I need your yes or no by Friday. Clicks fall 5%, but more people stay. If two of six countries mislead us, I switch it off the same day. The hold-out says so.'

# %% wrong="a shadow" caught_by="no jargon"
rewrite = 'Jo, can I show the new ranking to 20% of members? I need your yes or no by Friday. Clicks fall 5%, but more people stay. If two of six countries mislead us, I switch it off the same day. Shadowing took two weeks.'

# %% wrong="p value in two words" caught_by="no jargon"
rewrite = 'Jo, can I show the new ranking to 20% of members? I need your yes or no by Friday. Clicks fall 5%, but more people stay. If two of six countries mislead us, I switch it off the same day. The p value is small.'

# %% wrong="uplifts" caught_by="no jargon"
rewrite = 'Jo, can I show the new ranking to 20% of members? I need your yes or no by Friday. Clicks fall 5%, but we see uplifts. If two of six countries mislead us, I switch it off the same day.'

# %% wrong="an embedding" caught_by="no jargon"
rewrite = 'Jo, can I show the new ranking to 20% of members? I need your yes or no by Friday. Clicks fall 5%, but more people stay. If two of six countries mislead us, I switch it off the same day. It is a new embedding.'

# %% wrong="a placeholder for the name" caught_by="length and plainness"
rewrite = '<name>, can I show the new ranking to 20% of members? I need your yes or no by Friday. Clicks fall 5%, but more people stay. If two of six countries mislead us, I switch it off the same day.'

# %% wrong="a list of sentences" caught_by="length and plainness"
rewrite = ['Can we go to 20% by Friday?', 'The risk is small.']

# %% wrong="dots" caught_by="length and plainness"
rewrite = ...

# %% wrong="a sentence of 30 words" caught_by="length and plainness"
rewrite = 'Jo, can I show the new ranking to 20% of members? I need your yes or no by Friday. Clicks fall 5%, but more people stay. If two of six countries mislead us, I switch it off the same day. We really really really really really really really really really really really really really really really really really really really really really really really really really really really really tried.'

# %% wrong="a bad average" caught_by="length and plainness"
rewrite = 'We have tried this with all of the members who were in the test and with all of the teams here. We have tried this with all of the members who were in the test and with all of the teams there. We have tried this with all of the members who were in the test and with all of the teams too. Can you decide by Friday if 20% may see it, please, since otherwise we would have to wait for it until January?'

# %% wrong="a year as the number" caught_by="decision with number and risk"
rewrite = 'Jo, can I show the new ranking to everybody? I need your yes or no by 6 November 2026. Clicks fall, but more people stay. If some of the countries mislead us, I switch it off.'

# %% wrong="only the date is a number" caught_by="decision with number and risk"
rewrite = 'Jo, can I show the new ranking to everybody? I need your yes or no by 6 November. Clicks fall, but more people stay. If some of the countries mislead us, I switch it off.'
