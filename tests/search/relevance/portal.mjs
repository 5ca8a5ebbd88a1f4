// The made portal as data: about 1,400 documents, each in Vietnamese and English. Everything follows from the seed.
import { chance } from './random.mjs'
import { DISHES, FESTIVALS, KINDS, PERSONS, PLACES, RENAMED, TWINS } from './names.mjs'
import { TOPICS } from './topics.mjs'
import { body, capital, filled } from './text.mjs'

export const SEED = 'portal 1'

/** Sections: folder (and address), titles, content type. */
export const SECTIONS = [
  { id: 'dia-danh', vi: 'Địa danh', en: 'Gazetteer of the regions' },
  { id: 'nhan-vat', vi: 'Nhân vật', en: 'Persons' },
  { id: 'phong-tuc', vi: 'Phong tục', en: 'Customs' },
  { id: 'am-thuc', vi: 'Ẩm thực', en: 'Food and drink' },
  { id: 'du-an', vi: 'Dự án', en: 'Projects' },
  { id: 'van-ban', vi: 'Văn bản', en: 'Legal documents' },
  { id: 'ban-tin', vi: 'Bản tin', en: 'Bulletin' },
]

/** A name as it stands in an address. */
export const slug = text =>
  text.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '').replace(/[^a-z\d]+/g, '-').replace(/^-|-$/g, '')

/** A place in running text: "xã Sìn Hồ", "Sìn Hồ Commune". */
export const written = ({ kind, name }) => ({ vi: `${kind} ${name}`, en: `${name} ${KINDS[kind]}` })

const both = make => ({ vi: make('vi'), en: make('en') })
const twin = TWINS.flatMap(({ kind, names }, group) => names.map((name, at) => ({ kind, name, group, at, province: PLACES[(group * 7 + at * 131) % PLACES.length].province })))
const renamed = RENAMED.map((place, at) => ({ ...place, province: PLACES[(at * 37) % PLACES.length].province }))

/** All places with a page; those of a group of twins say which. */
export const ALL_PLACES = [...PLACES, ...twin, ...renamed]

/** A document: `{ section, slug, facts, date, vi: { title, summary, text }, en }`; `facts` is what labels are made from. */
function document(section, name, facts, date, make) {
  const seed = `${SEED}/${section}/${name}`
  return { section, slug: slug(name), facts, date, ...both(lang => make(lang, chance(`${seed}/${lang}`))) }
}

/** A day between 2012 and October 2026. */
const day = dice => {
  const year = 2012 + dice.below(15)
  const month = 1 + dice.below(year === 2026 ? 10 : 12)
  return `${year}-${String(month).padStart(2, '0')}-${String(1 + dice.below(28)).padStart(2, '0')}`
}

/** The day as each language writes it. */
const dayText = date => {
  const [year, month, number] = date.split('-').map(Number)
  const names = 'January February March April May June July August September October November December'.split(' ')
  return { vi: `${String(number).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`, en: `${number} ${names[month - 1]} ${year}` }
}

/** A person that is only mentioned. */
const someone = dice => dice.pick(PERSONS).at(-1)

/** Slots for a page: a place nearby, a person, and what the caller adds. */
const slotsOf = (dice, lang, more = {}) => ({ p: written(dice.zipf(ALL_PLACES))[lang], w: someone(dice), ...more })

/** Every few pages a word on something that the page is not about, so that to hold a phrase is not to be about it. */
function mention(lang, dice, own) {
  if (dice.below(5)) return []
  const phrase = dice.pick(dice.pick(TOPICS)[lang].phrases)
  if (own.some(form => form.toLowerCase().includes(phrase.toLowerCase()))) return []
  return [lang === 'vi' ? `Trên đài có bài nói về ${phrase}.` : `The radio had a piece on ${phrase}.`]
}

/** Fills the page's own sentences and sets common ones round them. */
function page(lang, dice, title, summary, own, length, slots) {
  const writer = { dice, lang, slots }
  const sentences = [...own, ...mention(lang, dice, own)].map(form => capital(filled(form, writer)))
  return { title: capital(title), summary: capital(filled(summary, writer)), text: body(sentences, length, writer) }
}

const SEEN = {
  vi: ['Nơi này thuộc {province}.', '{self} có từ lâu đời và được nhiều người biết tới.', 'Muốn đến {self}, đi theo tỉnh lộ rồi hỏi đường.', 'Cái tên {name} được giải thích theo nhiều cách.'],
  en: ['It lies in {province}.', '{self} is old and widely known.', 'To reach {self}, follow the provincial road and ask the way.', 'There is more than one explanation of the name {name}.'],
}

function placePage(place, at) {
  const id = `${place.kind} ${place.name}${place.group === undefined ? '' : ` ${place.at + 1}`}`
  return document('dia-danh', id, { kind: 'place', place }, undefined, (lang, dice) => {
    const self = written(place)[lang]
    const title = at % 3 === 0 && place.name.includes(' ') ? place.name : self
    const slots = slotsOf(dice, lang, { self, name: place.name, province: place.province, p: self })
    const summary = lang === 'vi' ? '{self}, {province}: đường đi, mùa đẹp và điều cần biết.' : '{self} in {province}: how to get there, when, and what to know.'
    return page(lang, dice, title, summary, SEEN[lang], 8 + dice.below(10), slots)
  })
}

const LIVES = {
  vi: ['{name} sinh năm {birth} tại {p}.', 'Ông bà trong bản quen gọi {name} bằng tên thân mật.', 'Năm {y}, {name} được tỉnh khen thưởng.'],
  en: ['{name} was born in {birth} in {p}.', 'The neighbours have a pet name for {name}.', 'In {y} the province honoured {name}.'],
}
const CALLINGS = [
  ['nghệ nhân thổi khèn', 'khèn player'], ['thầy thuốc nam', 'herbalist'], ['nhà sưu tầm dân ca', 'collector of songs'], ['cô giáo cắm bản', 'village teacher'],
  ['thợ rèn dao', 'knife smith'], ['người chèo đò', 'ferryman'], ['nhà thơ', 'poet'], ['cựu chiến binh', 'veteran'], ['bí thư đoàn', 'youth leader'], ['nhà khảo cổ', 'archaeologist'],
]

function personPage(name, group, at) {
  const calling = CALLINGS[(group * 3 + at) % CALLINGS.length]
  return document('nhan-vat', `${name} ${at + 1}`, { kind: 'person', name, group, calling }, undefined, (lang, dice) => {
    const work = calling[lang === 'vi' ? 0 : 1]
    const slots = slotsOf(dice, lang, { name, work, birth: String(1948 + ((group * 17 + at * 5) % 52)) })
    const title = group % 2 ? name : lang === 'vi' ? `${work} ${name}` : `${name}, ${work}`
    return page(lang, dice, title, lang === 'vi' ? '{name}, {work}, người gắn bó với {p}.' : '{name}, {work}, known all over {p}.', LIVES[lang], 8 + dice.below(8), slots)
  })
}

const RITES = {
  vi: ['{self} của {who} diễn ra vào tháng {month} âm lịch.', 'Phần lễ của {self} do thầy cúng chủ trì, phần hội có hát và trò chơi.', 'Khách dự {self} nên mặc kín đáo.'],
  en: ['{self} is held in the {month}th lunar month.', 'A priest leads the rites of {self}; songs and games follow.', 'Guests of {self} should dress modestly.'],
}

function festivalPage({ vi, en, who }) {
  return document('phong-tuc', `le hoi ${vi}`, { kind: 'festival', vi, en }, undefined, (lang, dice) => {
    const self = lang === 'vi' ? `lễ hội ${vi}` : `${en} Festival`
    const slots = slotsOf(dice, lang, { self, who, month: String(4 + dice.below(8)) })
    return page(lang, dice, self, lang === 'vi' ? '{self} của {who}: thời gian, nghi lễ, trò chơi.' : '{self}: dates, rites and games.', RITES[lang], 9 + dice.below(8), slots)
  })
}

const TASTES = {
  vi: ['{self} là món không thể thiếu trong mâm cỗ ở {p}.', 'Để làm {self}, người nấu chọn nguyên liệu từ sáng sớm.', '{self} ngon nhất khi còn nóng.'],
  en: ['{self} belongs to every feast in {p}.', 'Cooks choose what goes into {self} early in the morning.', '{self} is best while hot.'],
}

function dishPage({ vi, en }) {
  return document('am-thuc', vi, { kind: 'dish', vi, en }, undefined, (lang, dice) => {
    const self = lang === 'vi' ? vi.toLowerCase() : en
    const slots = slotsOf(dice, lang, { self })
    const title = lang === 'vi' ? vi : `${capital(en)} (${vi})`
    return page(lang, dice, title, lang === 'vi' ? '{self}: cách làm, nơi bán và chuyện kể bên mâm cơm.' : '{self}: how it is made and where it is sold.', TASTES[lang], 8 + dice.below(8), slots)
  })
}

/** Things a project builds or an event is about: Vietnamese, English. */
export const WORKS = [
  ['nhà máy chế biến gỗ', 'timber mill'], ['khu nghỉ dưỡng suối khoáng', 'hot-spring resort'], ['trung tâm logistics', 'logistics centre'], ['chợ đầu mối nông sản', 'wholesale food market'],
  ['trang trại bò sữa', 'dairy farm'], ['nhà máy nước khoáng', 'mineral water plant'], ['cáp treo', 'cable car'], ['bệnh viện đa khoa', 'general hospital'],
  ['khu đô thị ven sông', 'riverside quarter'], ['nhà máy tinh bột sắn', 'cassava starch works'], ['sân vận động', 'stadium'], ['nhà máy xi măng', 'cement works'],
  ['trường cao đẳng nghề', 'vocational college'], ['kho lạnh trái cây', 'fruit cold store'], ['cụm công nghiệp may mặc', 'garment cluster'], ['nhà máy phân hữu cơ', 'organic fertiliser plant'],
]
const PLANS = {
  vi: ['Dự án {work} đặt tại {p} có tổng vốn {n} tỷ đồng.', 'Chủ đầu tư {owner} cam kết hoàn thành trong {n} tháng.', '{work} dự kiến tạo việc làm cho {n} người.'],
  en: ['The {work} in {p} will cost {n} billion dong.', 'Its owner, {owner}, promises to finish within {n} months.', 'The {work} is to employ {n} people.'],
}

function projectPage(work, place) {
  const owner = someone(chance(`${SEED}/owner/${work[0]}/${place.name}`))
  return document('du-an', `${work[0]} ${place.kind} ${place.name}`, { kind: 'project', work, place, owner }, undefined, (lang, dice) => {
    const slots = slotsOf(dice, lang, { owner, work: work[lang === 'vi' ? 0 : 1], p: written(place)[lang] })
    const title = lang === 'vi' ? `Dự án ${work[0]} tại ${written(place).vi}` : `${capital(work[1])} in ${written(place).en}`
    return page(lang, dice, title, lang === 'vi' ? 'Thông tin về dự án {work} tại {p} dành cho nhà đầu tư.' : 'Facts on the {work} in {p} for investors.', PLANS[lang], 9 + dice.below(9), slots)
  })
}

/** Kinds of acts: Vietnamese, English, the letters of the number. */
export const ACTS = [['Quyết định', 'Decision', 'QĐ-UBND'], ['Nghị quyết', 'Resolution', 'NQ-HĐND'], ['Kế hoạch', 'Plan', 'KH-UBND'], ['Chỉ thị', 'Directive', 'CT-UBND']]
/** What acts are about. */
export const MATTERS = [
  ['quản lý chợ', 'management of markets'], ['bảng giá đất', 'land price table'], ['hỗ trợ học phí', 'support for school fees'], ['phòng cháy chữa cháy rừng', 'forest fire prevention'],
  ['mức thu phí thăm quan', 'visitor fees'], ['đặt tên đường phố', 'naming of streets'], ['quản lý hành lang đường bộ', 'road corridors'], ['chế độ thư viện xã', 'commune libraries'],
  ['thi đua khen thưởng', 'awards'], ['tiếp công dân', 'receiving citizens'], ['kiểm soát giết mổ', 'control of slaughter'], ['sử dụng vỉa hè', 'use of pavements'],
  ['bảo vệ bí mật nhà nước', 'state secrets'], ['cấp phép xây dựng', 'building permits'], ['quản lý tiếng ồn', 'noise control'], ['định mức xe công', 'official cars'],
]
const CLAUSES = {
  vi: ['{act} số {number} có hiệu lực sau mười ngày kể từ ngày ký.', 'Văn bản này thay thế Quyết định số {older} đã ban hành trước đó.', 'Các sở, ngành và địa phương chịu trách nhiệm thi hành.'],
  en: ['{act} No. {number} takes effect ten days after signature.', 'It replaces Decision No. {older} issued before.', 'Departments and communes are responsible for carrying it out.'],
}

function actPage({ act, number, matter, date, older }) {
  return document('van-ban', `${act[0]} ${number}`, { kind: 'act', act, number, matter, older }, date, (lang, dice) => {
    const side = lang === 'vi' ? 0 : 1
    const slots = slotsOf(dice, lang, { act: act[side], number, older, matter: matter[side], day: dayText(date)[lang] })
    const title = lang === 'vi' ? `${act[0]} số ${number} về ${matter[0]}` : `${act[1]} No. ${number} on ${matter[1]}`
    return page(lang, dice, title, lang === 'vi' ? '{act} số {number} ngày {day} của tỉnh về {matter}.' : '{act} No. {number} of {day} on {matter}.', CLAUSES[lang], 6 + dice.below(6), slots)
  })
}

/** The acts: most numbers are used again in other years and for other kinds. */
function acts() {
  const dice = chance(`${SEED}/acts`)
  const made = new Map()
  while (made.size < 160) {
    const act = dice.zipf(ACTS)
    const date = day(dice)
    const number = `${String(1 + dice.below(60)).padStart(2, '0')}/${date.slice(0, 4)}/${act[2]}`
    if (!made.has(number)) made.set(number, { act, number, matter: dice.pick(MATTERS), date, older: [...made.keys()].at(-1) ?? '01/2011/QĐ-UBND' })
  }
  return [...made.values()].map(actPage)
}

function newsPage(topic, at, place, person, date) {
  return document('ban-tin', `${topic.id} ${at}`, { kind: 'news', topic: topic.id, place, at }, date, (lang, dice) => {
    const { titles, sentences } = topic[lang]
    const slots = slotsOf(dice, lang, { p: written(place)[lang], w: person })
    const title = filled(titles[at % titles.length], { dice, lang, slots })
    return page(lang, dice, title, `${sentences[0]} ${sentences[1]}`, [...sentences.slice(2), ...sentences.slice(0, 2)], 10 + dice.below(14), slots)
  })
}

/** Every topic of the news at some places; no place twice with one topic. */
function news() {
  return TOPICS.flatMap(topic => {
    const dice = chance(`${SEED}/news/${topic.id}`)
    const places = dice.shuffled([...new Set(Array.from({ length: 40 }, () => dice.zipf(ALL_PLACES)))])
    return places.slice(0, 13 + dice.below(6)).map((place, at) => newsPage(topic, at, place, someone(dice), day(dice)))
  })
}

const GAMES = {
  vi: ['Trận đấu giữa {a} và {b} thu hút {n} người xem.', '{w} cầm còi, hai đội bắt tay nhau sau trận.', 'Lượt về đá trên sân {b}.'],
  en: ['The game between {a} and {b} drew {n} people.', '{w} blew the whistle; both sides shook hands.', 'The return game is played in {b}.'],
}
const SPORTS = [['Giao hữu bóng đá', 'Friendly football'], ['Kéo co', 'Tug of war'], ['Bóng chuyền hơi', 'Volleyball'], ['Đẩy gậy', 'Stick pushing']]

function gamePage(at, a, b, date) {
  return document('ban-tin', `tran dau ${at}`, { kind: 'game' }, date, (lang, dice) => {
    const sport = SPORTS[at % SPORTS.length][lang === 'vi' ? 0 : 1]
    const slots = slotsOf(dice, lang, { a: a.name, b: b.name })
    const title = lang === 'vi' ? `${sport}: ${a.name} gặp ${b.name}` : `${sport}: ${a.name} meets ${b.name}`
    return page(lang, dice, title, lang === 'vi' ? 'Kết quả trận {a} – {b} trong hội thi mùa xuân.' : 'The result of {a} – {b} at the spring games.', GAMES[lang], 6 + dice.below(8), slots)
  })
}

/** Games between two places whose names, taken to pieces, make up that of a third. */
function games() {
  const dice = chance(`${SEED}/games`)
  const syllables = new Map(ALL_PLACES.map(place => [place, slug(place.name).split('-')]))
  const made = []
  for (const third of ALL_PLACES.filter(({ name }) => name.split(' ').length === 2)) {
    const [one, two] = syllables.get(third)
    const sides = [one, two].map(syllable => ALL_PLACES.filter(place => {
      const own = syllables.get(place)
      return own.includes(syllable) && own.join() !== `${one},${two}` && !own.join().includes(`${one},${two}`)
    }))
    const [a, b] = sides.map(side => side.length && dice.pick(side))
    if (a && b && a !== b) made.push(gamePage(made.length, b, a, day(dice)))
  }
  return made
}

/** Projects: every kind of work at a few places. */
function projects() {
  const dice = chance(`${SEED}/projects`)
  return WORKS.flatMap(work => dice.shuffled(PLACES).slice(0, 7).map(place => projectPage(work, place)))
}

/** All documents of the made portal, in a fixed order; no two have one address. */
export function documents() {
  const all = [
    ...ALL_PLACES.map(placePage),
    ...PERSONS.flatMap((names, group) => names.map((name, at) => personPage(name, group, at))),
    ...FESTIVALS.map(festivalPage),
    ...DISHES.map(dishPage),
    ...projects(),
    ...acts(),
    ...news(),
    ...games(),
  ]
  const taken = new Map()
  for (const page of all) {
    const address = `${page.section}/${page.slug}`
    const number = (taken.get(address) ?? 0) + 1
    taken.set(address, number)
    if (number > 1) page.slug += `-${number}`
  }
  return all
}
