## Pages that lead from an old address to the new one. A link with the new page's title follows redirect-text.

redirect-title = This page has moved
redirect-text = You can now find it here:

## Properties by which search results are narrowed.

facet-section = Section
facet-type = Type of page
facet-place = Place
facet-year = Year
facet-tags = Topic
