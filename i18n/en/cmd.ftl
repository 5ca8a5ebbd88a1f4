## Words of the command line. cli-<command> says what a command does; .<option> is its help; .<option>-value names the value.

cli = hoaban builds a bilingual portal from Markdown files
    .long = To begin a new portal: hoaban init FOLDER, then go there and run hoaban serve.
    .lang = Language of messages: vi or en (default: from HOABAN_LANG, then from the locale)
    .lang-value = LANGUAGE
    .portal = The portal's folder (default: the current folder, or the nearest one above it with a portal.toml)
    .portal-value = FOLDER
    .version = Show the version
    .help = Show help
cli-usage = Usage
cli-commands = Commands
cli-arguments = Arguments
cli-options = Options
cli-options-placeholder = options
cli-command-placeholder = command

cli-init = Make a small working portal in two languages
    .dir = A folder that does not exist yet or is empty
    .dir-value = folder

cli-new = Make a new document with a file for each language, its front matter filled from the type
    .long = For instance, hoaban new place "travel/Đồi A1" makes the folder content/travel/doi-a1 with index.vi.md and index.en.md. Files that exist are never overwritten.
    .ty = Content type, such as article, news, place, event
    .ty-value = type
    .place = Section and name; a name with accents is folded to plain letters
    .place-value = section/name
    .title = Title in the source language
    .title-value = TITLE

cli-build = Build the whole portal into finished web pages
    .long = The pages are written to the folder public of the portal. With any error nothing is changed there. Exit status: 0 done, 1 errors in the content, 2 wrong usage or a file that cannot be read or written.
    .now = Take this moment for now, on the portal's clock: 2026-11-01, 2026-11-01T08:00 or 2026-11-01T08:00:00+07:00
    .now-value = TIME
    .drafts = Build drafts and scheduled documents too
    .memory = Memory for pictures at work, in MiB (default: as portal.toml says, or 512)
    .memory-value = MIB
    .out = Folder for the pages (default: public in the portal's folder)
    .out-value = FOLDER
    .keep-going = In spite of errors, write the pages that can be built
    .strict = Take warnings for errors
    .format = How problems are printed: human, short, json, sarif or github (default: human)
    .format-value = FORMAT

cli-check = Check the whole portal, show every problem and its cure, write nothing
    .long = Exit status: 0 no errors, 1 errors, 2 wrong usage or a file that cannot be read.
    .format = How problems are printed: human, short, json, sarif or github (default: human)
    .format-value = FORMAT
    .strict = Take warnings for errors
    .now = Take this moment for now, on the portal's clock: 2026-11-01 or 2026-11-01T08:00
    .now-value = TIME
    .drafts = Check drafts and scheduled documents too
    .memory = Memory for pictures at work, in MiB (default: as portal.toml says, or 512)
    .memory-value = MIB

cli-serve = Show the portal on this machine while you write; saving a file reloads the page
    .port = Network port (default: 4747, or the next one that is free)
    .port-value = NUMBER
    .host = Address to listen on (default: 127.0.0.1, this machine only)
    .host-value = ADDRESS
    .drafts = Show drafts and scheduled documents too
    .memory = Memory for pictures at work, in MiB (default: as portal.toml says, or 512)
    .memory-value = MIB

cli-list = List documents: languages, status, dates, why one is not published
    .section = Only documents of these sections, such as travel news
    .section-value = section
    .format = How they are printed: table or json (default: table)
    .format-value = FORMAT
    .now = Take this moment for now, on the portal's clock: 2026-11-01 or 2026-11-01T08:00
    .now-value = TIME

cli-cache = Show or clear the cache of pictures that earlier builds made
    .long = The cache is the folder .hoaban/pictures of the portal. It may be copied to another machine, and it may be deleted: what is missing is made again by the next build. stats tells what it holds; prune removes what the portal as it is, drafts included, does not use.
    .task = stats: what it holds; prune: remove what is not used
    .task-value = task
    .older = With prune: remove what no build used for so many days, and nothing else
    .older-value = DAYS

cli-pictures = List pictures: size, colour profile, what is published of them, what they lack
    .long = With --adopt, what a picture says about itself (maker, licence, caption, alt) is written into its record, a file such as photo.jpg.toml beside it. What is written there already stays as it is. Read the new lines before you publish them.
    .adopt = Write records out of what pictures say about themselves
    .format = How they are printed: human or json (default: human)
    .format-value = FORMAT

cli-search = Search the built portal as its readers do
    .long = Asks the index in public/search for the same pages in the same order as the search box of the portal. Marks are not needed (dien bien phu); with marks, names with other marks do not come up. Build the portal first.
    .query = What to look for; several words need no quotes
    .query-value = words
    .index = Language whose pages are searched (default: as --lang says, or the portal's first language)
    .index-value = LANG
    .dir = Folder of the built portal (default: public)
    .dir-value = FOLDER
    .limit = Results at most (default: 10)
    .limit-value = NUMBER
    .typing = Take the last word for one that is still being typed
    .json = Print JSON
    .stats = Print what the index weighs: files, heaviest keys, heaviest queries

cli-explain = Explain a rule: why it matters and how to mend it
    .rule = Name of the rule, such as link-unknown (none: all rules)
    .rule-value = rule

cli-completions = Print a shell's completions
    .shell = bash, zsh, fish, elvish or powershell
    .shell-value = shell

cli-man = Print the man page
    .dir = Folder for a page of each command (none: print the main page)
    .dir-value = folder

cli-help = Show how a command is used
    .command = Name of a command
    .command-value = command

## Mistakes of the command line.

cli-error = Wrong usage
    .command = there is no command “{ $command }”
    .no-command = a command is missing
    .argument = “{ $argument }{ $value }” cannot be used here
    .value = the value “{ $value }” cannot be used for { $argument }
    .value-known = the value “{ $value }” cannot be used for { $argument }; choose from { $known }
    .no-value = a value is missing for { $argument }
    .missing = still missing: { $argument }
    .conflict = “{ $argument }” is given twice, or cannot go with “{ $other }”
    .not-text = there is text that is not Unicode (UTF-8)
    .other = wrong usage
    .nearest = did you mean “{ $nearest }”?
    .help = See how it is used: { $command }

## Common to the commands.

cmd-error = { $message }
    .now = “{ $value }” is not a date or time; write 2026-11-01, 2026-11-01T08:00 or 2026-11-01T08:00:00+07:00
    .portal = there is no folder { $path }
    .read = cannot read { $path }: { $message }
    .write = cannot write { $path }: { $message }
    .list = there is no section “{ $key }”
    .interrupted = Stopped. The folder { $out } is as it was.
io-denied = no permission
io-full = the disk is full
io-read-only = the disk is read-only
io-no-folder = a file stands where a folder should be
io-missing = there is no such file or folder
cmd-nearest = did you mean “{ $nearest }”?

## build

build-done = Built { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    } into { $out } in { $seconds } s: { $written ->
        [one] { $written } file
       *[other] { $written } files
    } written, { $kept } kept, { $deleted } deleted.
build-partly = There are errors, but what could be built ({ $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }) was written to { $out } in { $seconds } s: { $written ->
        [one] { $written } file
       *[other] { $written } files
    } written, { $kept } kept, { $deleted } deleted.
build-refused = There are errors, so nothing was written; the folder { $out } is as it was.
    .strict = There are warnings (--strict), so nothing was written; the folder { $out } is as it was.
build-left = Left alone in { $out }: { $count ->
        [one] { $count } file
       *[other] { $count } files
    } no longer published that somebody has changed: { $names }
build-foreign = nothing was written because hoaban did not write these files and does not overwrite what is not its own: { $names }
build-locked = another build is writing to { $out }; wait until it is done
build-unkept = Pictures could not be kept for the next build: { $message }
build-skipped = { $count ->
        [one] { $count } document is
       *[other] { $count } documents are
    } not published:
build-due = Build again at { $when }, when a document is due to appear or to go.
build-due-none = No document waits for its time.
build-progress = building
build-out-inside = cannot build into { $path } because the portal's own files are there; choose another folder for --out

## list, and what build skipped

list-key = KEY
list-type = TYPE
list-languages = LANGUAGES
list-status = STATUS
list-published = PUBLISHED
list-updated = UPDATED
list-missing = no { $languages }
list-none = There are no documents yet.
status-published = published
    .until = published until { $when }
status-draft = draft
status-scheduled = due at { $when }
    .unknown = scheduled
status-expired = expired at { $when }
    .unknown = expired
status-withdrawn = withdrawn

## search

search-found = { $count ->
        [one] { $count } page
       *[other] { $count } pages
    } found for “{ $query }”
    .none = Nothing found for “{ $query }”
    .some = No page has all the words of “{ $query }”; { $count ->
        [one] { $count } page has
       *[other] { $count } pages have
    } some of them
search-fixed = Shown for “{ $fixed }” instead of “{ $query }”
search-more = and { $count } more (--limit)
search-error = { $path }
    .none = there is no search index in { $path }; run hoaban build first
    .missing = the search index is not whole: { $path } is missing; run hoaban build again
    .broken = the search index is broken: { $path } cannot be read; run hoaban build again
    .language = the portal has no pages to search in “{ $lang }”; it has: { $known }
search-stats = Index of “{ $lang }”: { $count ->
        [one] { $count } page
       *[other] { $count } pages
    }
    .manifest = manifest
    .shards = words
    .cards = results
    .suggest = phrases for spelling
    .facets = facets
    .keys = Heaviest keys:
    .queries = Heaviest of { $count } frequent phrases as first queries (gzip; { $mean } on average):
search-weight = { $count ->
        [one] { $count } file
       *[other] { $count } files
    }, { $bytes }, { $packed } with gzip

## cache

cache-stats = The picture cache { $path } holds { $count ->
        [one] { $count } file
       *[other] { $count } files
    }, { $size }; the one unused for longest was last used on { $day }.
    .empty = The picture cache { $path } is empty.
cache-pruned = { $count ->
        [one] { $count } file
       *[other] { $count } files
    } ({ $size }) removed from the picture cache; { $left ->
        [one] { $left } file stays
       *[other] { $left } files stay
    }.

## pictures

pictures-path = PICTURE
pictures-size = PIXELS
pictures-bytes = SIZE
pictures-profile = PROFILE
pictures-renditions = PUBLISHED
pictures-saved = SAVED
pictures-notes = TO LOOK AT
pictures-none = There are no pictures yet.
pictures-rendered = made
    .none = { $planned }, not made yet
pictures-unusable = cannot be used (see hoaban check)
pictures-unused = no page shows it
pictures-no-credit = no credit
pictures-no-licence = no licence
pictures-no-alt = no alt ({ $languages })
pictures-gps = holds a GPS position
pictures-serial = holds a serial number
pictures-total = { $count ->
        [one] { $count } picture
       *[other] { $count } pictures
    }, { $size }
    .renditions = { $made } of { $planned } published versions made, { $size }
    .gps = { $count ->
        [one] { $count } picture holds
       *[other] { $count } pictures hold
    } a GPS position; published versions never do
pictures-hint = { $count ->
        [one] { $count } picture says more about itself than its record; hoaban pictures --adopt writes it down.
       *[other] { $count } pictures say more about themselves than their records; hoaban pictures --adopt writes it down.
    }
pictures-adopt-none = No picture says more about itself than its record.
pictures-adopted = Written; read it before you publish:
pictures-not-adopted = Not written, since these records have no safe place for it; add by hand:

## explain

explain-unknown = there is no rule “{ $rule }”
explain-all = Run hoaban explain to see all rules.

## init

init-done = Made a portal in { $path } ({ $count ->
        [one] { $count } file
       *[other] { $count } files
    }).
init-next = Next:
init-next-serve = open http://127.0.0.1:4747/ in a browser
init-not-empty = the folder { $path } has files in it; choose one that is empty or does not exist

## new

new-done = Made the document { $key }:
new-next = It is a draft; change its status to "published" when it is done.
new-type-unknown = there is no content type “{ $type }”
    .known = the types are { $known }
new-section-unknown = there is no section “{ $section }”
    .known = the sections are { $known }
    .make = to begin a new section make the file { $file } first
new-name-empty = nothing is left of the name “{ $name }” without its accents; use Latin letters
new-taken = { $path } exists already; hoaban does not overwrite documents
new-title = Title
    .translation = Title in { $language-name }
new-slug = Last part of the address; from the title where left out
new-summary = One or two sentences for lists and shared links
new-published = Day of publication, with a time if need be: 2026-03-13T08:00:00; a day ahead is waited for
new-status = draft; published; withdrawn
new-tags = Terms by their ids in content/_data/terms.toml
new-places = Places by their ids in content/_data/places.toml
new-expires = Taken off the portal at this time
new-authors = Writer, photographer, translator (role: text, photo, translation, edit)
new-body = Write the text here.
new-cover = Cover picture, beside this file; alt describes it to those who cannot see it
new-cover-translation = Alt text and caption of the cover in { $language-name }
new-fields = Fields of the type “{ $type }”
new-required = (required)
new-shared = Dates, pictures and other shared fields stand in { $file } only.
new-choices = Choose from: { $known }
new-unit = unit: { $unit }
new-translation-state = State of the translation: machine, draft, reviewed, official

## Man pages

man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-version = VERSION
man-manual = hoaban manual
