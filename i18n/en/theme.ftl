# Interface words for readers. The same ids as in Vietnamese.

## Frame
skip-to-content = Skip to main content
menu = Menu
main-menu = Main menu
close = Close
languages = Language
untranslated = This page has not been translated
breadcrumbs = You are here
search = Search
home = Home
sections = Sections
about-portal = About this portal
back-to-top = Back to top
phone = Telephone
email = Email
responsible = Responsible for content
licence = Content licence:
feed-atom = News feed (Atom)
feed-json = News feed (JSON Feed)

## Home page, lists
links-audience = What brings you here?
links-agency = Government links
links-service = Public services
links-press = Press and media
explore = Explore by section
subsections = In this section
see-all = See all
see-all-of = See all: { $title }
in-language = in { $language }
list-empty = There is nothing in this section yet.
page-count = { $n ->
    [one] { $n } page
   *[other] { $n } pages
}
pagination = Pages of this list
page = Page
page-of = Page { $n } of { $total }
page-previous = Previous page
page-next = Next page
archive = By date
vocabulary-tags = Topics
vocabulary-places = Places
terms-title = All topics
az-title = A–Z index
az-summary = Every page of the portal in alphabetical order.
letters = Choose a letter
data-title = Open data
search-summary = Find a page by section, by topic or in the A–Z index.

## Search. The browser puts the number of results and the words asked for in the place of {"{n}"} and {"{q}"}.
search-how = Vietnamese names work with or without their accents. You can also browse the lists below.
search-portal = Search this portal
search-label = Search for
search-placeholder = Search this portal
search-count = { $n ->
    [one] { $n } result
   *[other] { $n } results
}
search-none = No page matches “{ $query }”.
search-hint = Check the spelling, try fewer words, or browse the lists below.
search-fixed = Showing results for
search-instead = Search instead for
search-relaxed = No page has all of these words. The pages below have some of them.
search-unloaded = Search could not be loaded. Check your connection and try again.
search-offline = You appear to be offline. Check your connection and try again.
search-stale = The portal was updated while you were searching. Please try again.
search-server = The server is not answering. Please try again in a few minutes.
search-retry = Try again
search-translation = found through its translation
search-browse = Browse all pages
search-all = See all results
search-more = Show more results
search-filters = Filter results
search-clear = Clear filters
search-sort = Sort by
search-by-relevance = relevance
search-by-date = date
search-noscript = Searching by word needs JavaScript, which your browser does not run. Please use the lists below instead: A–Z, sections, topics, places and dates.

## Articles
published = Published
updated = Updated
reading-time = { $n ->
    [one] { $n } minute’s read
   *[other] { $n } minutes’ read
}
role-text = Text
role-photo = Pictures
role-translation = Translation
role-edit = Editing
contents = On this page
fields-title = At a glance
source = Source
retrieved = accessed
share = Share
share-email = Email
share-facebook = Facebook
share-x = X
share-linkedin = LinkedIn
share-zalo = Zalo
permalink = Permanent link
report-error = Report a mistake on this page
siblings = Newer and older pages
newer = Newer
older = Older
related = Related
same-section = More in { $title }

## Translations
stub-note = This page has not been translated yet. The summary below is in { $language }.
read-original = Read the original in { $language }
translation-machine = This page was translated by machine and has not been reviewed by a person.
translation-draft = This is a draft translation that is still being edited.
translation-reviewed = This translation has been reviewed.
translation-official = This is the official translation.
translated-by = Translated by { $name }.

## Not found, choice of language
not-found-title = Page not found
not-found-text = The page may have moved, or the address may have been mistyped.
door-enter = Enter the English site
