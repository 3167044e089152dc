# %% right="a day of 10^5 seconds"
requests_per_day = 150_000_000 * 0.30 * 2 * 6
average_per_second = requests_per_day / 1e5
peak_per_second = 3 * average_per_second
in_flight_at_peak = peak_per_second * 0.015
index_megabytes = 20_000 * 30 * 3 * 40 / 1e6
log_gigabytes_per_day = requests_per_day * 200 / 1e9
country_megabytes = 20_000 * 190 * 5 / 1e6
egress_gigabytes_per_day = 3 * log_gigabytes_per_day
capacity_estimate = {
    "requests_per_day": requests_per_day,
    "average_per_second": average_per_second,
    "peak_per_second": peak_per_second,
    "in_flight_at_peak": in_flight_at_peak,
    "index_megabytes": index_megabytes,
    "log_gigabytes_per_day": log_gigabytes_per_day,
    "country_megabytes": country_megabytes,
    "egress_gigabytes_per_day": egress_gigabytes_per_day,
}

# %% right="numbers typed in"
capacity_estimate = dict(
    requests_per_day=540_000_000, average_per_second=6_300, peak_per_second=19_000,
    in_flight_at_peak=285, index_megabytes=72, log_gigabytes_per_day=108, country_megabytes=19,
    egress_gigabytes_per_day=324,
)

# %% right="binary units" of="a day of 10^5 seconds"
#- average_per_second = requests_per_day / 1e5
#+ average_per_second = requests_per_day / 86_400
#
#- index_megabytes = 20_000 * 30 * 3 * 40 / 1e6
#- log_gigabytes_per_day = requests_per_day * 200 / 1e9
#+ index_megabytes = 20_000 * 30 * 3 * 40 / 2**20
#+ log_gigabytes_per_day = requests_per_day * 200 / 2**30

# %% right="exact fractions" of="a day of 10^5 seconds"
#- requests_per_day = 150_000_000 * 0.30 * 2 * 6
#- average_per_second = requests_per_day / 1e5
#+ from fractions import Fraction
#+ requests_per_day = Fraction(150_000_000 * 3, 10) * 2 * 6
#+ average_per_second = requests_per_day / 86_400
#
#- in_flight_at_peak = peak_per_second * 0.015
#+ in_flight_at_peak = peak_per_second * Fraction(15, 1000)

# %% right="decimals" of="a day of 10^5 seconds"
#- requests_per_day = 150_000_000 * 0.30 * 2 * 6
#- average_per_second = requests_per_day / 1e5
#+ from decimal import Decimal
#+ requests_per_day = 150_000_000 * Decimal('0.3') * 2 * 6
#+ average_per_second = requests_per_day / 86_400
#
#- in_flight_at_peak = peak_per_second * 0.015
#+ in_flight_at_peak = peak_per_second * Decimal('0.015')
#
#- log_gigabytes_per_day = requests_per_day * 200 / 1e9
#+ log_gigabytes_per_day = requests_per_day * 200 / 10**9

# %% right="NumPy numbers and a function" of="a day of 10^5 seconds"
#- average_per_second = requests_per_day / 1e5
#+ average_per_second = requests_per_day / 86_400
#
#- }
#+ }
#+
#+ import numpy as np
#+ def to_numpy(figures):
#+     return {name: np.float64(figure) for name, figure in figures.items()}
#+ capacity_estimate = to_numpy(capacity_estimate)

# %% right="filled in key by key, another key beside"
per_person = 0.3 * 2 * 6
capacity_estimate = {"note": "mine"}
capacity_estimate["requests_per_day"] = int(150e6 * per_person)
capacity_estimate["average_per_second"] = capacity_estimate["requests_per_day"] // (24 * 3600)
capacity_estimate["peak_per_second"] = capacity_estimate["average_per_second"] * 3
capacity_estimate["in_flight_at_peak"] = round(capacity_estimate["peak_per_second"] * 15 / 1000)
capacity_estimate["index_megabytes"] = 20 * 30 * 3 * 40 / 1000
capacity_estimate["log_gigabytes_per_day"] = 0.54 * 200
capacity_estimate["country_megabytes"] = 19
capacity_estimate["egress_gigabytes_per_day"] = 0.54 * 600

# %% wrong="everybody searches" caught_by="traffic" of="a day of 10^5 seconds"
#- requests_per_day = 150_000_000 * 0.30 * 2 * 6
#- average_per_second = requests_per_day / 1e5
#+ requests_per_day = 150_000_000 * 2 * 6
#+ average_per_second = requests_per_day / 86_400

# %% wrong="one request a search" caught_by="traffic" of="a day of 10^5 seconds"
#- requests_per_day = 150_000_000 * 0.30 * 2 * 6
#- average_per_second = requests_per_day / 1e5
#+ requests_per_day = 150_000_000 * 0.30 * 2
#+ average_per_second = requests_per_day / 86_400

# %% wrong="a day of minutes" caught_by="traffic" of="a day of 10^5 seconds"
#- average_per_second = requests_per_day / 1e5
#+ average_per_second = requests_per_day / (24 * 60)

# %% wrong="the average is the peak" caught_by="traffic" of="a day of 10^5 seconds"
#- average_per_second = requests_per_day / 1e5
#- peak_per_second = 3 * average_per_second
#+ average_per_second = requests_per_day / 86_400
#+ peak_per_second = average_per_second

# %% wrong="milliseconds as seconds" caught_by="traffic" of="a day of 10^5 seconds"
#- average_per_second = requests_per_day / 1e5
#+ average_per_second = requests_per_day / 86_400
#
#- in_flight_at_peak = peak_per_second * 0.015
#+ in_flight_at_peak = peak_per_second * 15

# %% wrong="in flight at the average, not at the peak" caught_by="traffic" of="a day of 10^5 seconds"
#- average_per_second = requests_per_day / 1e5
#+ average_per_second = requests_per_day / 86_400
#
#- in_flight_at_peak = peak_per_second * 0.015
#+ in_flight_at_peak = average_per_second * 0.015

# %% wrong="30 % taken as 30" caught_by="traffic" of="a day of 10^5 seconds"
#- requests_per_day = 150_000_000 * 0.30 * 2 * 6
#- average_per_second = requests_per_day / 1e5
#+ requests_per_day = 150_000_000 * 30 * 2 * 6
#+ average_per_second = requests_per_day / 86_400

# %% wrong="infinite" caught_by="traffic" of="a day of 10^5 seconds"
#- average_per_second = requests_per_day / 1e5
#+ average_per_second = requests_per_day / 86_400
#
#-     "requests_per_day": requests_per_day,
#+     "requests_per_day": float("inf"),

# %% wrong="no number" caught_by="traffic" of="a day of 10^5 seconds"
#- average_per_second = requests_per_day / 1e5
#+ average_per_second = requests_per_day / 86_400
#
#-     "requests_per_day": requests_per_day,
#+     "requests_per_day": float("nan"),

# %% wrong="numbers written as text" caught_by="traffic" of="a day of 10^5 seconds"
#- average_per_second = requests_per_day / 1e5
#+ average_per_second = requests_per_day / 86_400
#
#-     "requests_per_day": requests_per_day,
#+     "requests_per_day": "540M",

# %% wrong="one language" caught_by="sizes" of="a day of 10^5 seconds"
#- average_per_second = requests_per_day / 1e5
#+ average_per_second = requests_per_day / 86_400
#
#- index_megabytes = 20_000 * 30 * 3 * 40 / 1e6
#+ index_megabytes = 20_000 * 3 * 40 / 1e6

# %% wrong="no other spellings" caught_by="sizes" of="a day of 10^5 seconds"
#- average_per_second = requests_per_day / 1e5
#+ average_per_second = requests_per_day / 86_400
#
#- index_megabytes = 20_000 * 30 * 3 * 40 / 1e6
#+ index_megabytes = 20_000 * 30 * 40 / 1e6

# %% wrong="bytes, not megabytes" caught_by="sizes" of="a day of 10^5 seconds"
#- average_per_second = requests_per_day / 1e5
#+ average_per_second = requests_per_day / 86_400
#
#- index_megabytes = 20_000 * 30 * 3 * 40 / 1e6
#+ index_megabytes = 20_000 * 30 * 3 * 40

# %% wrong="bits" caught_by="sizes" of="a day of 10^5 seconds"
#- average_per_second = requests_per_day / 1e5
#+ average_per_second = requests_per_day / 86_400
#
#- log_gigabytes_per_day = requests_per_day * 200 / 1e9
#+ log_gigabytes_per_day = requests_per_day * 200 * 8 / 1e9

# %% wrong="the log of one second" caught_by="sizes" of="a day of 10^5 seconds"
#- average_per_second = requests_per_day / 1e5
#+ average_per_second = requests_per_day / 86_400
#
#- log_gigabytes_per_day = requests_per_day * 200 / 1e9
#+ log_gigabytes_per_day = average_per_second * 200 / 1e9

# %% wrong="terabytes" caught_by="sizes" of="a day of 10^5 seconds"
#- average_per_second = requests_per_day / 1e5
#+ average_per_second = requests_per_day / 86_400
#
#- log_gigabytes_per_day = requests_per_day * 200 / 1e9
#+ log_gigabytes_per_day = requests_per_day * 200 / 1e12

# %% wrong="a missing key" caught_by="sizes" of="a day of 10^5 seconds"
#- average_per_second = requests_per_day / 1e5
#+ average_per_second = requests_per_day / 86_400
#
#-     "index_megabytes": index_megabytes,

# %% wrong="a list" caught_by="traffic" of="a day of 10^5 seconds"
#- average_per_second = requests_per_day / 1e5
#+ average_per_second = requests_per_day / 86_400
#
#- }
#+ }
#+ capacity_estimate = list(capacity_estimate.values())

# %% wrong="one country" caught_by="sizes" of="a day of 10^5 seconds"
#- country_megabytes = 20_000 * 190 * 5 / 1e6
#+ country_megabytes = 20_000 * 5 / 1e6

# %% wrong="each language of each country" caught_by="sizes" of="a day of 10^5 seconds"
#- country_megabytes = 20_000 * 190 * 5 / 1e6
#+ country_megabytes = 20_000 * 190 * 30 * 5 / 1e6

# %% wrong="the answers of one second" caught_by="sizes" of="a day of 10^5 seconds"
#- egress_gigabytes_per_day = 3 * log_gigabytes_per_day
#+ egress_gigabytes_per_day = average_per_second * 600 / 1e9

# %% wrong="a title per answer" caught_by="sizes" of="a day of 10^5 seconds"
#- egress_gigabytes_per_day = 3 * log_gigabytes_per_day
#+ egress_gigabytes_per_day = requests_per_day * 120 / 1e9
