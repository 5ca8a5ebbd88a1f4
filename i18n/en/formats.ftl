## Dates, as strftime patterns; weekday and month names are separated by |.
## %Om: the month as Decree 30/2020/NĐ-CP writes it (a zero in January and February only).
## In a range pattern the first field that comes again begins the last day.

date-long = %-d %B %Y
date-full = %A, %-d %B %Y
date-short = %-d %b %Y
date-legal = %-d %B %Y
date-month-year = %B %Y
date-month-day = %-d %B
date-clock = %H:%M
date-time = %H:%M, %-d %B %Y
date-range-month = %-d–%-d %B %Y
date-range-year = %-d %B – %-d %B %Y
date-range = %-d %B %Y – %-d %B %Y
weekday-names = Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday
weekday-names-short = Mon | Tue | Wed | Thu | Fri | Sat | Sun
month-names = January | February | March | April | May | June | July | August | September | October | November | December
month-names-short = Jan | Feb | Mar | Apr | May | Jun | Jul | Aug | Sep | Oct | Nov | Dec

## Numbers and money: # is the number (with million, billion where there is one), ¤ the currency's code.
## A space in a pattern is always printed as a no-break space.

number-group = ,
number-decimal = .
scale-thousand = thousand
scale-million = million
scale-billion = billion
scale-trillion = trillion
money-vnd = ₫#
money-vnd-scaled = VND #
money-other = ¤ #
