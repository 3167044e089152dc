# %% right="a railway"
claims = {
    'company': 'Talbahn',
    'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
}

# %% right="a hospital group, person as source"
claims = {
    'company': 'St. Ansgar',
    'facts': [{'fact': 'Radiologists there may switch the assistant off without saying why.', 'source': 'person', 'year': 2026, 'false_if': 'the new director changes the rule', 'mine': 'I was one of those who built such a switch, and I read each reason that nobody had to give.'}, {'fact': 'They run their own servers, two sites.', 'source': 'filing', 'year': 2023, 'false_if': 'they sign with a cloud provider', 'mine': 'I moved a lab in the other direction and back again in a year.'}],
}

# %% right="Netflix, dated and right"
claims = {
    'company': 'Netflix',
    'facts': [{'fact': 'Rankers were first compared by interleaving before an A/B test.', 'source': 'blog', 'year': 2017, 'false_if': 'a newer post describes another first step', 'mine': 'I built interleaving for a library and it agreed with our long tests in nine of ten cases.'}, {'fact': 'Public sources describe no bonuses but mostly cash.', 'source': 'press', 'year': 2022, 'false_if': 'the recruiter tells me otherwise', 'mine': "I've had variable pay for six years and I know what it did to my planning."}],
}

# %% right="Netflix, three facts"
claims = {
    'company': 'netflix',
    'facts': [{'fact': 'Metaflow comes from there and is still released.', 'source': 'code', 'year': 2026, 'false_if': 'no release for a year', 'mine': 'My team ran forty flows on it; I fixed one bug upstream.'}, {'fact': 'Artwork is chosen per member with bandits.', 'source': 'blog', 'year': 2017, 'false_if': 'a newer post says that they stopped', 'mine': 'I ran a bandit for banners and turned it off, since it chose the same one for all.'}, {'fact': 'Quarterly member figures are no longer published.', 'source': 'press', 'year': 2025, 'false_if': 'they publish them again', 'mine': 'I like to know what a company decides not to count; mine stopped counting tickets.'}],
}

# %% right="federated at another company"
claims = {
    'company': 'a maker of phone keyboards',
    'facts': [{'fact': 'Their next word is trained by federated learning on phones.', 'source': 'paper', 'year': 2018, 'false_if': 'they moved to public text only', 'mine': "I implemented secure aggregation for my master's thesis and it broke with stragglers."}, {'fact': 'The keyboard works in a plane.', 'source': 'product', 'year': 2026, 'false_if': 'an update wants a login', 'mine': 'Me too, I wrote most of my thesis in trains without a network.'}],
}

# %% right="a bakery start-up"
claims = {
    'company': 'Krume',
    'facts': [{'fact': "They sell what's left after six at half price.", 'source': 'product', 'year': 2025, 'false_if': 'the price list without it', 'mine': 'At the canteen I cut waste by a third, and half of that was price, not forecast.'}, {'fact': 'The founder writes that forecasts are a way of listening.', 'source': 'blog', 'year': 2024, 'false_if': 'she leaves, or says otherwise', 'mine': 'I spent four mornings behind a counter before my last project.'}],
}

# %% right="year as a string, upper-case source"
claims = {
    'company': 'Aqua',
    'facts': [{'fact': 'Leaks are found at night, when nobody uses water.', 'source': 'Blog', 'year': '2021', 'false_if': 'they meter every flat by day', 'mine': 'I found my first leak at four in the morning, in a spreadsheet.'}, {'fact': 'Meter data are deleted after a day.', 'source': 'MEMO', 'year': '2024', 'false_if': 'the works council signs a new agreement', 'mine': 'I negotiated such a rule and lost ninety days of data by it, rightly.'}],
}

# %% right="an agency of the state"
claims = {
    'company': 'the statistical office of a federal state',
    'facts': [{'fact': 'Each figure gets a date on which it will be revised.', 'source': 'filing', 'year': 2025, 'false_if': 'the calendar of revisions ends', 'mine': 'I introduced revision dates at a newspaper; two editors still hate me for it.'}, {'fact': "They answered a reader's letter about seasonal adjustment in print.", 'source': 'press', 'year': 2019, 'false_if': 'no such letter since', 'mine': "I'm the reader. I was wrong and they were kind to me."}],
}

# %% right="long"
claims = {
    'company': 'Orchard Games',
    'facts': [{'fact': 'In a talk from last year your lead designer said, roughly, that a level which everybody finishes is a level that nobody remembers, and showed the curve of quits for six levels to prove it.', 'source': 'talk', 'year': 2025, 'false_if': 'the studio now optimises for completion, as a job advert of theirs suggests', 'mine': "I've put quits into a level editor as red dots, and my designers made some levels harder after they had seen them, which surprised me and not them."}, {'fact': 'You patch on Tuesdays only, and never in a week with a holiday.', 'source': 'product', 'year': 2026, 'false_if': 'a hotfix on a Friday', 'mine': "I was on call for a shop that deployed at any time, and I counted: 60% of our pages came after four o'clock."}],
}

# %% right="with notes beside"
claims = {
    'company': 'Feldpost',
    'round': 'second interview',
    'facts': [{'fact': 'Letters are sorted by a model whose errors go to two people in Kassel.', 'source': 'person', 'year': 2026, 'false_if': 'the two retire next year', 'mine': 'I sat with the three who do that at the parcel firm; they knew our class 7 was wrong before we did.', 'note': 'ask for their names'}, {'fact': 'The code of the sorter is open.', 'source': 'code', 'year': 2020, 'false_if': 'the repository is archived', 'mine': 'I read it and my only question is in issue 41.'}],
}

# %% right="tuple of facts"
claims = {
    'company': 'Lumen',
    'facts': ({'fact': 'They hold out five percent of members for a year.', 'source': 'paper', 'year': 2023, 'false_if': 'the next paper uses a shorter one', 'mine': "I've had to defend a holdout of a month against sales and I lost."}, {'fact': 'Their p99 is in the public status page.', 'source': 'product', 'year': 2026, 'false_if': 'the page shows averages only', 'mine': 'My last team hid it for two years; I was the one who put it up.'}),
}

# %% wrong="no facts" caught_by="two facts that can be looked up" of="a railway"
#-     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
#+     'facts': [],

# %% wrong="one fact" caught_by="two facts that can be looked up" of="a railway"
#-     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
#+     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}],

# %% wrong="facts as strings" caught_by="two facts that can be looked up" of="a railway"
#-     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
#+     'facts': ['They publish delays per train.', 'Their model is a solver.'],

# %% wrong="no company" caught_by="two facts that can be looked up" of="a railway"
#-     'company': 'Talbahn',
#+     'company': '',

# %% wrong="a placeholder for the company" caught_by="two facts that can be looked up" of="a railway"
#-     'company': 'Talbahn',
#+     'company': '<company>',

# %% wrong="a fact in two words" caught_by="two facts that can be looked up" of="a railway"
#-     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
#+     'facts': [{'fact': 'Great culture', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],

# %% wrong="the same fact twice" caught_by="two facts that can be looked up" of="a railway"
#-     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
#+     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}],

# %% wrong="a source that isn't a kind" caught_by="two facts that can be looked up" of="a railway"
#-     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
#+     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'the internet', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],

# %% wrong="no source" caught_by="two facts that can be looked up" of="a railway"
#-     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
#+     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],

# %% wrong="no year" caught_by="two facts that can be looked up" of="a railway"
#-     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
#+     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],

# %% wrong="a year in the future" caught_by="two facts that can be looked up" of="a railway"
#-     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
#+     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2199, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],

# %% wrong="a year in words" caught_by="two facts that can be looked up" of="a railway"
#-     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
#+     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 'recently', 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],

# %% wrong="the number of members as the year" caught_by="two facts that can be looked up" of="a railway"
#-     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
#+     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 260, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],

# %% wrong="federated learning at Netflix" caught_by="two facts that can be looked up" of="a railway"
#-     'company': 'Talbahn',
#+     'company': 'Netflix',
#
#-     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
#+     'facts': [{'fact': 'They train personalisation by federated learning.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],

# %% wrong="Vectorflow at Netflix" caught_by="two facts that can be looked up" of="a railway"
#-     'company': 'Talbahn',
#+     'company': 'Netflix',
#
#-     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
#+     'facts': [{'fact': 'They train sparse networks with Vectorflow.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],

# %% wrong="bonuses at Netflix" caught_by="two facts that can be looked up" of="a railway"
#-     'company': 'Talbahn',
#+     'company': 'Netflix Inc.',
#
#-     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
#+     'facts': [{'fact': 'They pay generous bonuses to engineers.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],

# %% wrong="stock refreshers at Netflix" caught_by="two facts that can be looked up" of="a railway"
#-     'company': 'Talbahn',
#+     'company': 'NETFLIX',
#
#-     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
#+     'facts': [{'fact': 'Engineers get yearly stock refreshers there.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],

# %% wrong="users per second at Netflix" caught_by="two facts that can be looked up" of="a railway"
#-     'company': 'Talbahn',
#+     'company': 'Netflix',
#
#-     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
#+     'facts': [{'fact': 'They serve hundreds of millions of users per second.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],

# %% wrong="no end" caught_by="what would make them false today" of="a railway"
#-     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
#+     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': '', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],

# %% wrong="false if it changes" caught_by="what would make them false today" of="a railway"
#-     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
#+     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'it changes', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],

# %% wrong="no key for the end" caught_by="what would make them false today" of="a railway"
#-     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
#+     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],

# %% wrong="TODO for the end" caught_by="what would make them false today" of="a railway"
#-     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
#+     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'TODO look for a newer talk', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],

# %% wrong="an end as a year" caught_by="what would make them false today" of="a railway"
#-     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
#+     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 2027, 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],

# %% wrong="no evidence" caught_by="your own evidence next to each" of="a railway"
#-     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
#+     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': ''}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],

# %% wrong="passion" caught_by="your own evidence next to each" of="a railway"
#-     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
#+     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': "I'm passionate about trains."}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],

# %% wrong="the team's evidence" caught_by="your own evidence next to each" of="a railway"
#-     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
#+     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'Our team compared the two and the solver won on eleven days.'}],

# %% wrong="no key for the evidence" caught_by="your own evidence next to each" of="a railway"
#-     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
#+     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part'}],

# %% wrong="evidence as a list" caught_by="your own evidence next to each" of="a railway"
#-     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': 'I computed delays per connection for a bus company and learned that averages hide the last bus.'}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],
#+     'facts': [{'fact': 'They publish delays per train and not per line.', 'source': 'product', 'year': 2024, 'false_if': 'the open data page goes away', 'mine': ['thesis', 'bus company']}, {'fact': 'Their timetable model is a constraint solver, no learning in it.', 'source': 'talk', 'year': 2022, 'false_if': 'a newer talk shows a learned part', 'mine': 'My thesis compared the two, and mine lost on eleven of fourteen days.'}],

# %% wrong="a list instead of a dict" caught_by="two facts that can be looked up"
claims = ['They publish delays per train and not per line.', 'Their model is a solver.']

# %% wrong="dots for the facts" caught_by="two facts that can be looked up"
claims = {'company': 'Talbahn', 'facts': ...}
