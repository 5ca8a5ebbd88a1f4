// What only some queries need, fetched when they do: other spellings of a query, and facets.
export { narrow } from './facets.js'
export { others } from './spelling.js'
