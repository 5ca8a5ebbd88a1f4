//! hoaban builds the bilingual portal of a Vietnamese province: Markdown in git becomes a static site.
//!
//! # Stages: values in, values out
//!
//! ```text
//! load     World -> Inputs                         what the portal's folder holds, by its use
//! settings portal.toml, theme.toml, types -> Config, ThemeSettings, ContentType
//! parse    one file's text, its language -> Parsed pure, each file in parallel, never fails
//! words    .ftl files -> Words                     interface words in each language
//! resolve  all of that -> Site                     documents joined, fields checked, every page with its URL and pair
//! view     (Site, PageId) -> PageView              everything a template may see, as plain data
//! check    Site -> diagnostics                     one file a judgement
//! render   (PageView, Theme) -> HTML               Tera 2
//! emit     Site -> bytes                           sitemap, feeds, robots, redirects .., one file a format
//! pipeline the stages in a row                     OutputSet of recipes; bytes, produce, check
//! disk     OutputSet's bytes -> folder             whole files, only what changed, deletions last
//! server   recipes made when a browser asks        reload after an edit, problems laid over the last good page
//! ```
//!
//! Every stage but the last two is pure: what it depends on is an argument. An output is a [`Recipe`](model::output::Recipe)
//! until somebody needs its bytes, so `serve` and `build` run the same code and served bytes are built bytes. After an edit,
//! the file that changed is read and parsed again, `resolve` runs as a whole, and only the page that is looked at is rendered;
//! there is no dependency graph to get wrong. A stage notes what is wrong and goes on: all problems are reported in one run.
//!
//! What differs from a first plan, because it proved simpler: pictures are probed by [`World::file`](world::World::file), whose
//! watching form remembers the facts until the file changes, so there is no separate probe stage and nothing to store on disk
//! until there are renditions; emitters read the [`Site`](model::site::Site) and need no views; a card's template value is made
//! once and shared by all lists ([`CardView`](view::model::CardView)), which is the one place where a view knows of Tera.
//!
//! # Layers
//!
//! In import order: a module imports only from modules above it (`tests/layers.rs` reads this list and checks it). The program
//! (`main.rs`, `cli`, `cmd`) stands above them all. Only `disk`, `server` and the program touch files, the clock or the
//! environment.
//!
//! L0 model
//! L1 text, picture
//! L1 search
//! L1 world
//! L1 diag
//! L1 memo
//! L1 budget
//! L2 parse
//! L2 load
//! L2 settings
//! L3 words
//! L3 resolve
//! L4 view
//! L5 check
//! L5 render, emit
//! L6 pipeline
//! L7 disk
//! L7 server
//!
//! # Adding one thing in one place
//!
//! | add | write | and one line in |
//! |---|---|---|
//! | a content type | `types/<type>.toml`, and `templates/<type>.html` if it needs a face of its own | nothing |
//! | a rule | `diag/rules/<slug>.rs`, words in `i18n/*/rules.ftl` | [`diag::rules::RULES`] |
//! | a judgement | `check/<slug>.rs` | [`check::CHECKS`] |
//! | an output format | `emit/<name>.rs` | [`emit::EMITTERS`] |
//! | a template function | a function in `render/functions.rs` | its `register` |
//! | a Markdown directive | `parse/directive/<name>.rs`, its HTML in `view/directives.rs` | `DIRECTIVES` |
//! | a language | `i18n/<code>/`, a `[languages.<code>]` table | nothing |
//! | a command | `cmd/<name>.rs` | `cli.rs` |
//! | a golden test | a file under `tests/cases/` | nothing |

#![deny(unsafe_code)]
#![warn(missing_docs, unreachable_pub)]
#![warn(clippy::exit, clippy::iter_over_hash_type, clippy::print_stderr, clippy::print_stdout, clippy::unwrap_used)]

pub mod budget;
pub mod check;
pub mod diag;
pub mod disk;
pub mod emit;
pub mod load;
pub mod memo;
pub mod model;
pub mod parse;
pub mod picture;
pub mod pipeline;
pub mod render;
pub mod resolve;
pub mod search;
pub mod server;
pub mod settings;
pub mod text;
pub mod view;
pub mod words;
pub mod world;
