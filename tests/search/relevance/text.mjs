// Sentences that any page may hold: common words with the spread of a natural text, and syllables of the topics' phrases in other company.

const list = text => text.trim().split(/\s*[|\n]\s*/)

const VI = {
  thing: list(`
người dân|bà con|xã|bản|đường|nước|rừng|nhà|chợ|ruộng|trường học|cán bộ|du khách|gia đình|mùa màng|lễ hội|con đường|dòng suối|thanh niên|phụ nữ
tỉnh|sản phẩm|hợp tác xã|công trình|nghề|tiếng nói|trang phục|bữa cơm|nương rẫy|thung lũng|sườn đồi|cây trồng|vật nuôi|trẻ em|người già|câu chuyện|cây cầu|khu chợ|mái nhà|bếp lửa
tiếng hát|điệu múa|chiếc khăn|vải|gạo|ngô|chè|măng|cá suối|trâu|ngựa|rượu|men lá|hạt giống|phân bón|máy cày|xe máy|bến đò|trạm xá|thư viện
sân bóng|nhà văn hóa|tổ hòa giải|quỹ khuyến học|câu lạc bộ|đội văn nghệ|già làng|trưởng bản|nghệ nhân|thợ mộc|thợ rèn|thợ bạc|cô giáo|bác sĩ|bộ đội|kiểm lâm|nhà báo|nhà nghiên cứu|sinh viên|kỹ sư
bản đồ|biển chỉ dẫn|cột mốc|bờ kè|kênh mương|trạm bơm|kho thóc|lò sấy|vườn ươm|chuồng trại|giàn mướp|hàng rào|cối giã|khung cửi|sáo trúc|chiêng|trống|khèn|đàn tính|quả còn`),
  does: list(`
giữ|lo cho|cần|giúp|chăm sóc|xây|gọi|nhớ|đón|tìm|thay đổi|nuôi|bảo vệ|sửa sang|chia sẻ|học hỏi|ghi lại|quảng bá|hỗ trợ|kết nối
phát triển|duy trì|nâng cấp|góp sức cho|gắn bó với|trông coi|phục hồi|giới thiệu|bàn về|quan tâm đến`),
  like: list(`
mới|đẹp|lớn|nhỏ|cũ|xa|gần|quý|hiếm|sạch|vững chắc|bền lâu|hiền hòa|mát lành|đông vui|yên tĩnh|giản dị|khéo léo|thân thiện|trù phú
cổ kính|bận rộn|thưa thớt|rực rỡ|mộc mạc|kiên trì|chu đáo|đúng hẹn|minh bạch|an toàn`),
  when: list(`
năm nay|mỗi năm|mùa xuân|sáng sớm|cuối tuần|mùa mưa|mùa khô|trước kia|bây giờ|ngày phiên|sau vụ gặt|dịp Tết|những năm qua|buổi chiều|đêm trăng|tháng Ba|đầu tháng|ba năm liền|từ đời ông bà|lúc nông nhàn`),
  forms: list(`
{when}, mọi người lại {does} {thing} và {thing} {like}
ở đây người ta {does} {thing} {when}
theo lời {w}, {thing} là điều nơi này còn thiếu
không phải {thing} nào cũng {like}, nhưng {thing} thì ai cũng quý
từ {p} đi thêm {n} cây số là thấy {thing} và {thing} {like}
có {n} hộ cùng nhau {does} {thing}
khi được hỏi về {thing}, {w} kể sang chuyện {thing}
{thing} và {thing} vẫn còn, tuy {thing} không được như trước
muốn có {thing} {like}, phải {does} {thing} {when}
{p} không chỉ có {thing} mà còn có {thing} {like}
cả {thing} lẫn {thing} đều có người trông nom
so với năm {y}, chi phí cho {thing} đã tăng {n} phần trăm
người ở {p} {does} {thing} như cách họ {does} {thing}
đoàn khảo sát nhắc tới {thing} và nhiều {thing} {like}`),
  other: list(`
Đầu tuần, các tư liệu cũ được sắp lại theo đường dẫn mới.|Diễn biến thời tiết còn phức tạp, biển lặng nhưng sóng ngầm.|Trời nắng, da sạm, ai cũng đội nón.|Điện thoại reo, nước đã sôi, bếp nhỏ ấm hẳn lên.
Bến xe vắng khách, hàng quán dọn sớm.|Cô bé cầm quyển số, hỏi cửa hàng bán khẩu trang ở đâu.|Lúa non, nếp nhà, nương dâu: ba chữ trong một câu ca.|Lưới bắt cá phơi trên điện thờ là chuyện lạ.
Cao niên trong bản đi đường tắt, tốc độ chẳng kém ai.|Chỉ có người dẫn đường mới biết lối ra thung lũng.|Nguồn nước chảy truy về tận gốc cây đa.|Dân ca ở đây có tiếng từ lâu, sách sử đã chép.
Trạm thu phí nằm xa, y phục của lái xe ướt sũng.|Môi cười, trường học vui, rừng cây xanh.|Hoa ban trắng, quả anh đào chín, mùa nối mùa.|Hang thỏ ở gần, động tĩnh gì chó cũng sủa.
Cà chua và cà tím bày ra, phê bình hay khen cũng mua.|Thổ địa được cúng bằng chén cơm, gấm vóc để dành.|Ruộng nhà ai bậc nào, cái thang tre dựng đó.|Gạo trắng, đặc sánh, sản lượng thì chưa rõ.`),
  and: list('Bên cạnh đó|Ngoài ra|Vì vậy|Tuy nhiên|Nhờ thế|Cũng theo đó|Trong khi đó|Thật ra'),
}

const EN = {
  thing: list(`
household|family|road|well|forest|house|market|field|school|officer|visitor|season|village|stream|festival|path|young man|woman|province|product
cooperative|building|craft|language|costume|meal|clearing|valley|slope|crop|herd|child|elder|story|bridge|stall|roof|hearth|song|dance
scarf|cloth|rice field|maize field|tea garden|shoot|fish|buffalo|horse|spirit|yeast cake|seed|cart|plough|motorbike|ferry|clinic|library|pitch|hall
council|fund|club|troupe|headman|artisan|joiner|smith|silversmith|teacher|doctor|soldier|ranger|reporter|scholar|student|engineer|map|sign|marker
embankment|channel|pump|granary|kiln|nursery|barn|trellis|fence|mortar|loom|flute|gong|drum|pipe|lute|ball|ladder|basket|lantern`),
  does: list(`
keeps|makes|needs|helps|tends|builds|calls|remembers|welcomes|finds|changes|feeds|protects|mends|shares|learns from|records|presents|supports|joins
develops|maintains|improves|gives strength to|belongs to|watches over|revives|introduces|talks about|cares for`),
  like: list(`
new|fine|large|small|old|distant|near|precious|rare|clean|solid|lasting|gentle|cool|lively|quiet|plain|skilful|friendly|fertile
time-worn|busy|sparse|bright|homely|patient|careful|punctual|open|safe`),
  when: list(`
this year|every year|in spring|in the early morning|at weekends|in the rains|in the dry months|in former days|nowadays|on market day|after the harvest|at the lunar new year|in recent years|in the afternoon|under the moon|in March|at the start of the month|three years running|since our grandparents' time|when work is slack`),
  forms: list(`
{when}, everyone {does} the {thing} and the {like} {thing}
everyone here {does} the {thing} {when}
in the words of {w}, a {thing} is what is missing
not every {thing} is {like}, yet each {thing} counts
another {n} km from {p} there is a {thing} and a {like} {thing}
a group of {n} households looks after the {thing}
asked about the {thing}, {w} spoke of the {thing} instead
the {thing} and the {thing} are still there, though the {thing} is not what it was
a {like} {thing} comes only to the one who {does} the {thing}
{p} has not only a {thing} but also a {like} {thing}
both the {thing} and the {thing} are in good hands
compared with {y}, spending on the {thing} has grown by {n} per cent
whoever {does} the {thing} in {p} also {does} the {thing}
the survey mentions the {thing} and many a {like} {thing}`),
  other: list(`
A direct question got no answer, and the flights of stairs were steep.|The community met early; tourism was not on the list.|Cherry jam, plum blossom, pear wine: each has its month.|The health of the herd comes before the railway station.
Site plans and a forest clearance were drawn by hand.|Flash of lightning, no flood, and everyone laughed.|A dam of stones, built for play, gave safety to the ducks.|Online the photograph looked public; services began at nine.
The rice was cold, the terraces of the café empty.|Small change, hydropower of a different sort, said the boatman.|Solar time and clock time differ; the rooftop was hot.|Border collies were drawn; demarcation lines were not.`),
  and: list('Besides|In addition|For this reason|However|As a result|Meanwhile|In truth|By the same token'),
}

export const WORDS = { vi: VI, en: EN }

/** The first letter as a capital. */
export const capital = text => text[0].toUpperCase() + text.slice(1)

/** `form` with its slots filled: those of `slots`, a number, a year, and common words of the language. */
export function filled(form, { dice, lang, slots }) {
  return form.replace(/\{(\w+)\}/g, (_, slot) =>
    slots[slot] ?? (slot === 'n' ? String(2 + dice.below(95)) : slot === 'y' ? String(2005 + dice.below(21)) : dice.zipf(WORDS[lang][slot])))
}

/** A sentence that says nothing of a topic. */
export function common({ dice, lang, slots }) {
  const words = WORDS[lang]
  if (dice.below(9) === 0) return dice.pick(words.other)
  const form = filled(dice.pick(words.forms), { dice, lang, slots })
  const text = capital(lang === 'en' ? form.replace(/\ba (?=[aeio])/g, 'an ') : form)
  if (dice.below(5)) return `${text}.`
  const named = slots.p && text.startsWith(slots.p)
  return `${dice.pick(words.and)}, ${named ? text : text[0].toLowerCase() + text.slice(1)}.`
}

/** Paragraphs in which the page's own sentences stand among common ones; `length` sentences in all. */
export function body(own, length, writer) {
  const { dice, lang } = writer
  const rest = Array.from({ length: Math.max(length - own.length, 0) }, () => common(writer))
  const [first, ...others] = own
  const text = [first, ...dice.shuffled([...others, ...rest])]
  const parts = []
  while (text.length) parts.push(text.splice(0, 3 + dice.below(3)).join(' '))
  const titles = lang === 'vi' ? ['Đôi nét', 'Ngày nay', 'Cần biết'] : ['In brief', 'Today', 'Good to know']
  return parts.map((part, at) => (at > 0 && at % 2 === 0 ? `## ${titles[(at / 2 - 1) % 3]}\n\n${part}` : part)).join('\n\n') + '\n'
}
