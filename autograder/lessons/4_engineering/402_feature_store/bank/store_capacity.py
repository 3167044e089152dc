# %% right="each factor once"
pages_per_second = 150_000_000 * 4 / 86_400 * 3
updates_per_day = 150_000_000 * 10 * 3
store_capacity = {
    "reads_per_second_peak": pages_per_second,
    "values_per_second_peak": pages_per_second * 200,
    "writes_per_second": updates_per_day / 86_400,
    "online_gigabytes": 300_000_000 * 200 * 24 / 1e9,
    "offline_terabytes_per_year": updates_per_day * 365 * 24 / 1e12,
    "pages_served_stale_in_an_hour_down": pages_per_second * 3_600,
}

# %% right="a day of 10^5 seconds" of="each factor once"
#- pages_per_second = 150_000_000 * 4 / 86_400 * 3
#+ pages_per_second = 150_000_000 * 4 / 1e5 * 3
#
#-     "writes_per_second": updates_per_day / 86_400,
#+     "writes_per_second": updates_per_day / 1e5,

# %% right="numbers typed in"
store_capacity = dict(
    reads_per_second_peak=21_000,
    values_per_second_peak=4.2e6,
    writes_per_second=52_000,
    online_gigabytes=1_440,
    offline_terabytes_per_year=40,
    pages_served_stale_in_an_hour_down=75_000_000,
)

# %% right="exact fractions"
from fractions import Fraction

day = 24 * 60 * 60
pages = Fraction(150_000_000 * 4 * 3, day)
store_capacity = {
    "reads_per_second_peak": pages,
    "values_per_second_peak": 200 * pages,
    "writes_per_second": Fraction(150_000_000 * 10 * 3, day),
    "online_gigabytes": Fraction(300_000_000 * 200 * 24, 10**9),
    "offline_terabytes_per_year": Fraction(150_000_000 * 10 * 3 * 24 * 365, 10**12),
    "pages_served_stale_in_an_hour_down": pages * 3600,
}

# %% right="binary units" of="each factor once"
#-     "online_gigabytes": 300_000_000 * 200 * 24 / 1e9,
#-     "offline_terabytes_per_year": updates_per_day * 365 * 24 / 1e12,
#+     "online_gigabytes": 300_000_000 * 200 * 24 / 2**30,
#+     "offline_terabytes_per_year": updates_per_day * 365 * 24 / 2**40,

# %% right="rounded at each step, with keys of one's own"
rates = {"pages": round(150e6 * 4 / 86_400, -2), "updates": round(150e6 * 30 / 86_400, -3)}
store_capacity = {
    "pages_per_second": rates["pages"],
    "reads_per_second_peak": 3 * rates["pages"],
    "values_per_second_peak": round(3 * rates["pages"] * 200, -5),
    "writes_per_second": rates["updates"],
    "online_gigabytes": 1.4e3,
    "offline_terabytes_per_year": rates["updates"] * 86_400 * 365 * 24 / 1e12,
    "pages_served_stale_in_an_hour_down": 3 * rates["pages"] * 60 * 60,
}

# %% right="decimals"
from decimal import Decimal

peak = Decimal(150_000_000) * 4 / 86_400 * 3
store_capacity = {
    "reads_per_second_peak": peak,
    "values_per_second_peak": peak * 200,
    "writes_per_second": Decimal(150_000_000) * 30 / 86_400,
    "online_gigabytes": Decimal("1440"),
    "offline_terabytes_per_year": Decimal("39.4"),
    "pages_served_stale_in_an_hour_down": peak * 3600,
}

# %% wrong="a day of 1,440 minutes" caught_by="traffic" of="each factor once"
#- pages_per_second = 150_000_000 * 4 / 86_400 * 3
#+ pages_per_second = 150_000_000 * 4 / 1_440 * 3

# %% wrong="one page per member" caught_by="traffic" of="each factor once"
#- pages_per_second = 150_000_000 * 4 / 86_400 * 3
#+ pages_per_second = 150_000_000 / 86_400 * 3

# %% wrong="the average for the peak" caught_by="traffic" of="each factor once"
#- pages_per_second = 150_000_000 * 4 / 86_400 * 3
#+ pages_per_second = 150_000_000 * 4 / 86_400

# %% wrong="pages for values" caught_by="traffic" of="each factor once"
#-     "values_per_second_peak": pages_per_second * 200,
#+     "values_per_second_peak": pages_per_second,

# %% wrong="an event updates one feature" caught_by="traffic" of="each factor once"
#- updates_per_day = 150_000_000 * 10 * 3
#+ updates_per_day = 150_000_000 * 10

# %% wrong="writes at the peak" caught_by="traffic" of="each factor once"
#-     "writes_per_second": updates_per_day / 86_400,
#+     "writes_per_second": updates_per_day / 86_400 * 3,

# %% wrong="members of a day for members stored" caught_by="storage and freshness" of="each factor once"
#-     "online_gigabytes": 300_000_000 * 200 * 24 / 1e9,
#+     "online_gigabytes": 150_000_000 * 200 * 24 / 1e9,

# %% wrong="bits for bytes" caught_by="storage and freshness" of="each factor once"
#-     "online_gigabytes": 300_000_000 * 200 * 24 / 1e9,
#+     "online_gigabytes": 300_000_000 * 200 * 24 * 8 / 1e9,

# %% wrong="only the features that change" caught_by="storage and freshness" of="each factor once"
#-     "online_gigabytes": 300_000_000 * 200 * 24 / 1e9,
#+     "online_gigabytes": 300_000_000 * 3 * 24 / 1e9,

# %% wrong="gigabytes for terabytes" caught_by="storage and freshness" of="each factor once"
#-     "offline_terabytes_per_year": updates_per_day * 365 * 24 / 1e12,
#+     "offline_terabytes_per_year": updates_per_day * 365 * 24 / 1e9,

# %% wrong="a day for a year" caught_by="storage and freshness" of="each factor once"
#-     "offline_terabytes_per_year": updates_per_day * 365 * 24 / 1e12,
#+     "offline_terabytes_per_year": updates_per_day * 24 / 1e12,

# %% wrong="the hour at the average rate" caught_by="storage and freshness" of="each factor once"
#-     "pages_served_stale_in_an_hour_down": pages_per_second * 3_600,
#+     "pages_served_stale_in_an_hour_down": pages_per_second / 3 * 3_600,

# %% wrong="a minute for an hour" caught_by="storage and freshness" of="each factor once"
#-     "pages_served_stale_in_an_hour_down": pages_per_second * 3_600,
#+     "pages_served_stale_in_an_hour_down": pages_per_second * 60,

# %% wrong="numbers as text" caught_by="traffic" of="each factor once"
#-     "reads_per_second_peak": pages_per_second,
#+     "reads_per_second_peak": "20,833",

# %% wrong="not a number" caught_by="storage and freshness" of="each factor once"
#-     "online_gigabytes": 300_000_000 * 200 * 24 / 1e9,
#+     "online_gigabytes": float("nan"),

# %% wrong="a key is missing" caught_by="storage and freshness" of="each factor once"
#-     "offline_terabytes_per_year": updates_per_day * 365 * 24 / 1e12,
#+

# %% wrong="a list in the order of the table" caught_by="traffic"
store_capacity = [20_833, 4_170_000, 52_083, 1_440, 39.4, 75_000_000]
