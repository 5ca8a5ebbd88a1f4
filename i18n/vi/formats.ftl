## Ngày tháng, viết theo mẫu strftime; tên thứ và tháng cách nhau bằng dấu |.
## %Om: tháng theo Nghị định 30/2020/NĐ-CP (chỉ thêm số 0 cho tháng 1 và tháng 2).
## Ở mẫu khoảng ngày, trường nào lặp lại lần đầu thì từ đó là ngày cuối.

date-long = ngày %-d tháng %-m năm %Y
date-full = %A, ngày %-d tháng %-m năm %Y
date-short = %d/%m/%Y
date-legal = ngày %d tháng %Om năm %Y
date-month-year = tháng %-m năm %Y
date-month-day = ngày %-d tháng %-m
date-clock = %H:%M
date-time = %H:%M, ngày %-d tháng %-m năm %Y
date-range-month = %-d–%-d/%-m/%Y
date-range-year = %-d/%-m–%-d/%-m/%Y
date-range = %-d/%-m/%Y–%-d/%-m/%Y
weekday-names = Thứ Hai | Thứ Ba | Thứ Tư | Thứ Năm | Thứ Sáu | Thứ Bảy | Chủ Nhật
weekday-names-short = T2 | T3 | T4 | T5 | T6 | T7 | CN
month-names = tháng 1 | tháng 2 | tháng 3 | tháng 4 | tháng 5 | tháng 6 | tháng 7 | tháng 8 | tháng 9 | tháng 10 | tháng 11 | tháng 12
month-names-short = Th1 | Th2 | Th3 | Th4 | Th5 | Th6 | Th7 | Th8 | Th9 | Th10 | Th11 | Th12

## Số và tiền: # là số (kèm triệu, tỷ nếu có), ¤ là mã tiền tệ.
## Dấu cách trong mẫu luôn in thành dấu cách không ngắt.

number-group = .
number-decimal = ,
scale-thousand = nghìn
scale-million = triệu
scale-billion = tỷ
scale-trillion = nghìn tỷ
money-vnd = # ₫
money-vnd-scaled = # đồng
money-other = # ¤
