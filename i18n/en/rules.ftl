## What every checking rule says. The id is the rule's name: its value is what is wrong; cause… other things that are
## wrong, help… how to mend it, related… the label of another place that belongs to it.
## help-<name> goes with cause-<name> where there is one.

alias-invalid = the old address “{ $alias }” in `aliases` cannot be used: it must be a path that starts with /
    .cause-taken = the old address “{ $alias }” is the address of a page that exists
    .cause-twice = the old address “{ $alias }” already leads to another page
    .help = write what followed the host name in the old address, such as aliases = ["/en/news/a1-hill.html"]
    .help-taken = remove this line, or change the `slug` of one of the two pages
    .help-twice = keep this old address on one page only

alt-missing = the picture `{ $target }` has no description, so readers who use a screen reader cannot know what it shows
    .cause-cover = the cover picture `{ $target }` has no description (`alt`), so readers who use a screen reader cannot know what it shows
    .help = say briefly what can be seen, between the square brackets: ![A Thái girl picks ban flowers](photo.jpg); a picture that only decorates is ![](photo.jpg){"{"}decorative{"}"}
    .help-cover = add a line under [cover]: alt = "A Thái girl picks ban flowers"

anchor-unknown = the page `{ $target }` has no heading with the anchor “#{ $anchor }”
    .help = look up the heading on the target page; the anchor is the heading in lower case without accents, joined by hyphens: “Getting there” is #getting-there
    .help-nearest = did you mean “#{ $nearest }”?

config-invalid = the setting `{ $key }` cannot be used
    .cause-menu = the menu entry “{ $key }” is neither a section nor a document
    .cause-missing = there is no `{ $file }` in this folder, so this is not a portal
    .cause-prefix = two languages have the address prefix “{ $prefix }”, so their pages would overwrite each other
    .cause-prefix-form = the address prefix “{ $prefix }” may have only lower-case letters without accents, digits and hyphens
    .cause-required = the setting `{ $key }` is missing
    .cause-rule = there is no checking rule called “{ $rule }”
    .cause-syntax = the settings file is written wrongly: { $message }
    .cause-unknown-ref = the setting `{ $key }` names “{ $value }”, which does not exist
    .cause-theme = there is no theme called “{ $theme }”
    .cause-timezone = there is no time zone called “{ $value }”
    .cause-unknown-language = the portal has no language “{ $language }”
    .cause-url = `base_url` must be the portal's full address, not “{ $value }”
    .help = see the manual for how this setting is written
    .help-list = possible: { $known }
    .help-menu = write the key of a section or document; `hoaban list` shows all keys
    .help-missing = run the command in the portal's folder, or make a new portal with `hoaban init new-folder`
    .help-nearest = did you mean “{ $nearest }”?
    .help-prefix = give each language a prefix of its own, such as prefix = "vi" and prefix = "en"
    .help-prefix-form = take the language code as the prefix, such as prefix = "en"
    .help-required = add this setting to the file
    .help-rule = `hoaban explain` shows the names of all rules
    .help-syntax = look at the line and the one above it: a missing quotation mark, bracket or = is the usual reason
    .help-theme = put the theme into the folder `themes/`, or use the one that comes with hoaban: theme = "hoaban"
    .help-timezone = write it as Continent/City, such as timezone = "Asia/Ho_Chi_Minh"
    .help-unknown-language = add the language under [languages], or use one that is there
    .help-unknown-ref = write a key, id or name that exists; `hoaban list` shows the keys of documents
    .help-url = write https:// and the host name, such as base_url = "https://province.example/"

credit-missing = the picture `{ $target }` does not say who made it, so nobody knows whose it is and whether it may be used again
    .help = add credit = "Name of the photographer or agency" (under [cover], or in the file beside the picture, `{ $target }.toml`); in the text it follows a vertical bar: ![…](photo.jpg "caption | Photo: name")

data-invalid = the data file is written wrongly: { $message }
    .cause-duplicate = two records have the id “{ $id }”
    .cause-label = the record “{ $id }” has no name to show
    .help = mend this place after the pattern of the records around it
    .help-duplicate = change the id of one of the two records, or join them
    .help-label = add the name in each language, such as vi = "Múa xòe" and en = "Xòe dance"

date-impossible = there is no { $date }: that month has { $last } days
    .help = look at the original text; the month ends on day { $last }

directive-invalid = the block `:::{ $name }` is written wrongly
    .cause-attribute = the block `:::{ $name }` has no attribute `{ $attribute }`
    .cause-content = the block `:::{ $name }` may hold only { $expected }
    .cause-ref = the block `:::{ $name }` names “{ $id }”, but there is no such record or document
    .cause-required = the block `:::{ $name }` lacks the attribute `{ $attribute }`
    .cause-stray = this ::: closes no block
    .cause-syntax = only attributes in braces may follow the name of the block `:::{ $name }`
    .cause-unclosed = the block `:::{ $name }` is never closed, so it swallows the rest of the page
    .cause-value = the attribute `{ $attribute }` of the block `:::{ $name }` cannot be “{ $value }”
    .help = write it like this: { $example }
    .help-list = possible: { $known }
    .help-nearest = did you mean “{ $nearest }”?
    .help-stray = delete this line, or add the line that opens the block (such as :::note) above
    .help-unclosed = add a line with only ::: at the end of the block

directive-unknown = there is no block called `:::{ $name }`
    .help-list = these blocks exist: { $known }
    .help-nearest = did you mean `:::{ $nearest }`?

encoding-invalid = from byte { $offset } on, the file is not UTF-8 text, so accented letters are damaged
    .help = open the file in an editor, choose “Save as…” with the encoding UTF-8, then read the accented letters again

field-invalid = the field `{ $field }` must be { $expected }
    .cause-date = “{ $value }” is not a date
    .cause-items = the field `{ $field }` must have { $min } to { $max } entries; it has { $count }
    .cause-items-min = the field `{ $field }` must have { $min } entries at least; it has { $count }
    .cause-long = the field `{ $field }` is { $length } characters long; { $max } at most are allowed
    .cause-max = the field `{ $field }` can be { $max } at most, not { $value }
    .cause-min = the field `{ $field }` must be { $min } at least, not { $value }
    .cause-range = the field `{ $field }` must be between { $min } and { $max }, not { $value }
    .cause-unknown-ref = the field `{ $field }` names “{ $value }”, but there is no such record or document
    .cause-value = the field `{ $field }` cannot be “{ $value }”
    .help-date = write year-month-day without quotation marks: 2026-05-07; with a time: 2026-05-07T08:00:00
    .help-list = possible: { $known }
    .help-long = make it shorter
    .help-nearest = did you mean “{ $nearest }”?
    .help-type = write it like this: { $example }
    .help-unknown-ref = check the id, or add the record to a file in `content/_data/`

field-missing = the content type “{ $type }” needs the field `{ $field }`
    .cause-record = the field `{ $field }` is missing here
    .help = add to the front matter: { $example }

field-unknown = there is no field called `{ $key }` here
    .help-list = these fields exist: { $known }
    .help-nearest = did you mean `{ $nearest }`?

file-missing = there is no file `{ $target }`, so readers who follow the link meet an error page
    .help = copy the file into the folder of this page, or correct its name (capital letters count)
    .help-nearest = did you mean `{ $nearest }`?

file-unreadable = the file `{ $path }` cannot be read: { $message }
    .cause-missing = the file `{ $path }` is no longer there; perhaps it was just deleted or renamed
    .help = check that the file is still there and that you are allowed to read it; if it is a picture, export it again as JPEG or PNG

footnote-unknown = the footnote [^{ $label }] has only one half: either its mark in the text or its words are missing
    .help = write [^{ $label }] in the text, and at the end of the page a line [^{ $label }]: the note's words

front-matter-syntax = the front matter cannot be understood: { $message }
    .cause-missing = the file has no front matter, so its title and date are not known
    .cause-unclosed = the front matter is never closed, so the whole page counts as front matter
    .help = look at the equals sign, brackets and quotation marks on this line; words stand in straight quotation marks: title = "A1 Hill"
    .help-missing = add three lines at the top: a line +++, a line title = "The page's title", and again a line +++
    .help-unclosed = add a line with only +++ (or --- if the first line is ---) just above the first paragraph

heading-order = the heading “{ $text }” jumps from level { $from } to level { $to }, so readers who use a screen reader think that a part is missing
    .cause-h1 = the heading “{ $text }” has level 1, which belongs to the page's title
    .help = go down one level at a time: ### after ##, #### after ###
    .help-h1 = write two number signs instead of one: ## { $text }

html-dropped = the HTML tag `{ $what }` is not allowed and was left out
    .cause-attribute = the attribute `{ $what }` of the HTML tag `{ $tag }` is not allowed and was left out
    .cause-unclosed = the HTML tag `{ $what }` is never closed
    .help = delete the tag, or write it in Markdown or with a ::: block
    .help-attribute = delete the attribute
    .help-image = write the picture in Markdown: ![description](photo.jpg "caption | Photo: name")
    .help-link = write the link in Markdown: [words to show](https://…)
    .help-unclosed = add the closing tag, or delete the tag

image-missing = there is no picture file `{ $target }`
    .cause-outside = the picture `{ $target }` lies outside the portal's folder
    .help = copy the picture into the folder of this page, or correct its name (capital letters count)
    .help-nearest = did you mean `{ $nearest }`?
    .help-outside = copy the picture into the folder of this page, or into `content/_media/` if many pages use it

key-taken = the key “{ $key }” is already used by `{ $path }`, so doc: links cannot know where to lead
    .help = rename the folder, or give one of the two documents another `id`
    .related = the other document is here

language-unknown = the file name `{ $name }` says the language “{ $language }”, which the portal does not have
    .cause-none = the file name `{ $name }` does not say which language the page is in
    .help = rename the file to one of the portal's languages ({ $known }), or add the language to `portal.toml`
    .help-none = put the language before .md ({ $known }), such as about.en.md

language-unmarked = “{ $text }” is { $language-name } but not marked, so screen readers mispronounce it
    .help = put the words in brackets and add the language: [words]{"{"}lang={ $language }{"}"}

letter-lookalike = in “{ $word }” the letter “{ $found }” only looks like “{ $right }”, so search cannot find the word
    .cause-legacy = “{ $pattern }” looks like text pasted from an old Vietnamese encoding (TCVN3 or VNI)
    .help = delete the letter and type “{ $right }” with a Vietnamese keyboard
    .help-legacy = convert the text to Unicode before you paste it (UniKey: Ctrl+Shift+F6), then read it through

licence-missing = the picture `{ $target }` states no licence, so nobody knows whether it may be used again
    .help = add licence = "CC-BY-4.0", or another one, under [cover] or in the file beside the picture

link-root-relative = the link “{ $target }” starts with /, so it breaks when the target's address changes
    .help = for another page, write doc: and its key, such as doc:travel/doi-a1; `hoaban list` shows all keys
    .help-doc = write `{ $nearest }`, which always leads to the right page in the right language

link-unknown = the link “{ $target }” leads to no document
    .cause-hidden = the link “{ $target }” leads to a page that is not published yet or was withdrawn
    .cause-language = “{ $target }” has no { $language-name } page
    .cause-outside = the link “{ $target }” leads out of the portal's folder
    .cause-scheme = the address “{ $target }” is of a kind that is not allowed
    .cause-text = the link to “{ $target }” has no words to click on
    .help = check the document's key; `hoaban list` shows all documents
    .help-hidden = wait until the other page is published, or remove the link
    .help-language = leave out ?lang=, and the link leads to the language that there is
    .help-nearest = did you mean `{ $nearest }`?
    .help-outside = copy the file into the portal's folder and link to it there
    .help-scheme = use an address that starts with https://, http://, mailto: or tel:
    .help-text = write words between the square brackets: [How to get to Điện Biên](…)

markdown-emphasis = “{ $text }” is printed with its asterisks, neither bold nor italic
    .help = keep punctuation and spaces outside the asterisks: write **bold**: instead of **bold:**

message-missing = the interface lacks the words “{ $id }” in { $language-name }
    .cause-syntax = the file of interface words is written wrongly: { $message }
    .cause-variable = the words “{ $id }” use the variable `{ $variable }`, which is not there
    .help = add a line “{ $id } = …” to a .ftl file of that language in the folder `i18n/`
    .help-syntax = each entry is one line: id = words to show
    .help-variable = compare with the other language and use the variables that stand there

path-outside = `{ $path }` leads out of the portal's folder, so it is not read
    .help = copy the file itself into the portal's folder, instead of a symbolic link or a path with `..`

picture-extension = the name of the picture `{ $target }` does not fit the kind of picture inside
    .help = rename the file to end in .{ $right }, and write the new name here

picture-invalid = the picture `{ $target }` cannot be used: { $reason }
    .help = export the picture as JPEG or PNG from an image program and put it beside the page

publish-ahead = the publishing date { $date } is more than a year away; the year may be mistyped
    .cause-updated = the date of the last update, { $date }, lies ahead
    .help = correct the date; if it is meant, allow it under [check] in `portal.toml`
    .help-updated = write the day of the last change, today at the latest

shared-differs = the field `{ $field }` is shared by all languages, but it is { $here } here and { $there } in the original
    .cause-absent = the field `{ $field }` is shared by all languages, but only this translation has it and the original has not
    .help = delete the field from the translation; to change its value, change the original
    .help-absent = move the field to the file of the original language
    .related = the value in the original

slug-collision = the `slug` “{ $slug }” is also that of the page `{ $other }`: without accents the two titles are the same
    .help = give one of the two pages another end of its address, such as slug = "{ $slug }-2"
    .related = the other page is here

slug-invalid = the `slug` “{ $slug }” may have only lower-case letters without accents, digits and hyphens
    .help = write slug = "{ $nearest }"

slug-reserved = the portal keeps the `slug` “{ $slug }” for a page of its own
    .help = choose another, such as slug = "about-{ $slug }"

template-error = the template `{ $template }` has a mistake: { $message }
    .cause-missing = there is no template `{ $template }`
    .cause-page = the template `{ $template }` fails on the page { $page }: { $message }
    .help = tell whoever looks after the theme, with this file name and line
    .help-missing = check the template's name in the type file, or add the template to `themes/…/templates/`
    .related-page = the page that was being made

term-unknown = the term “{ $term }” is not in the vocabulary “{ $vocabulary }”
    .help = add the term to `{ $file }` with its name in each language, or use one that is there
    .help-nearest = did you mean “{ $nearest }”?

title-missing = the page has no title
    .help = add to the front matter: title = "The page's title"

translation-empty = the { $language-name } page has front matter but no text
    .help = write the text below the front matter, or delete this file until there is a translation

translation-missing = no { $language-name } page ({ $file })
    .help = make the file `{ $path }` and translate the page there

type-unknown = there is no content type called “{ $type }”
    .help-list = these types exist: { $known }
    .help-nearest = did you mean “{ $nearest }”?

unicode-nfd = the file stores accents apart from their letters (NFD), which many programs show and search wrongly
    .cause-name = the file name `{ $name }` stores accents apart from their letters (NFD), so other computers may not find the file
    .help = save the file as composed Unicode (NFC): in the Vietnamese keyboard program choose “Unicode”, not “Unicode tổ hợp”; meanwhile hoaban can read the file
    .help-name = type the file name again with the keyboard program set to “Unicode” (NFC), or use a name without accents

url-taken = the address { $url } already belongs to `{ $path }`, so one of the pages would be lost
    .help = give one of the two pages another `slug`
    .related = the other page is here

weekday-wrong = { $date } is a { $right }, not a { $written }
    .help = write “{ $right }”, or look up the date in the original text

## What a value must be: the kinds of data in the messages of field-invalid and directive-invalid.

expected-bool = true or false
expected-coordinates = coordinates: {"{"} lat = 21.3825, lon = 103.016, precision_m = 400 {"}"}
expected-date = a date written year-month-day, such as 2026-05-07
expected-datetime = a date and time, such as 2026-05-07T08:00:00
expected-definition-list = a definition list (a line with the term, then a line with a colon and its explanation)
expected-doc-links = a list of links to documents, one a line: - [](doc:travel/doi-a1)
expected-email = an e-mail address
expected-enum = one of the given values
expected-file = the name of a file beside the page
expected-image = a picture: its file name with a description and a credit
expected-images = pictures, one a line
expected-key-list = a list of document keys, such as ["travel/doi-a1"]
expected-lang-table = words in each language: {"{"} vi = "…", en = "…" {"}"}
expected-list = a list in square brackets with commas between its entries
expected-markdown = text in quotation marks
expected-money = an amount of money: {"{"} amount = 1467.7, scale = "billion", currency = "VND" {"}"}
expected-number = a number without quotation marks, decimals after a point: 9541.25
expected-one-image = exactly one picture
expected-phone = a telephone number, such as "+84 215 000 0000"
expected-record = a table of fields
expected-ref = the id of a document or record, in quotation marks
expected-table = a table of fields
expected-text = text in quotation marks
expected-url = a full address that starts with https://

## Why a picture cannot be used.

reason-avif = AVIF pictures cannot be used yet; convert it to JPEG or PNG
reason-corrupt = the file is damaged
reason-drawing = an SVG drawing does not do here; use a photo
reason-external = it lies on another site; download it and put it beside the page
reason-heic = browsers cannot show the HEIC pictures of telephones; convert it to JPEG
reason-lfs-pointer = it is only a pointer of Git LFS; run `git lfs pull` to get the picture
reason-no-size = the SVG states no size; give its first tag a viewBox, or width and height
reason-tiff = a TIFF cannot be published as it is, since browsers do not show it; export it as JPEG (photos) or PNG (drawings)
reason-too-large = it has too many pixels
reason-too-much-memory = it takes more memory to work on than is allowed; make it smaller, or allow more with `--memory`
reason-truncated = the file ends too early; perhaps it was not copied whole
reason-unknown-format = it is not JPEG, PNG, WebP, GIF, TIFF or SVG
reason-unsupported = it is of a variety that browsers cannot show; export it again

## Names of languages.

language-de = German
language-en = English
language-es = Spanish
language-fr = French
language-ja = Japanese
language-km = Khmer
language-ko = Korean
language-lo = Lao
language-ru = Russian
language-th = Thai
language-vi = Vietnamese
language-zh = Chinese
