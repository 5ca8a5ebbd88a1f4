// What only some queries need, fetched when they do: other spellings of a query, facets, snippets.
export { narrow } from './facets.js'
export { others } from './spelling.js'
export { snippet } from './snippet.js'
export { refine } from './refine.js'
