//! Every rule, one file each: what is wrong, how serious it is, and its manual page in both languages.
//!
//! [`RULES`] is the only list; the `explain` command, the `[check]` table and the SARIF writer follow it.
//! The words of the messages are in `i18n/<lang>/rules.ftl` under the rule's slug. Judging is *not* done here.

mod alias_invalid;
mod alt_missing;
mod anchor_unknown;
mod config_invalid;
mod credit_missing;
mod data_invalid;
mod date_impossible;
mod directive_invalid;
mod directive_unknown;
mod encoding_invalid;
mod field_invalid;
mod field_missing;
mod field_unknown;
mod file_missing;
mod file_unreadable;
mod footnote_unknown;
mod front_matter_syntax;
mod heading_order;
mod html_dropped;
mod image_missing;
mod key_taken;
mod language_unknown;
mod language_unmarked;
mod letter_lookalike;
mod licence_missing;
mod link_root_relative;
mod link_unknown;
mod markdown_emphasis;
mod message_missing;
mod path_outside;
mod picture_extension;
mod picture_invalid;
mod publish_ahead;
mod shared_differs;
mod slug_collision;
mod slug_invalid;
mod slug_reserved;
mod template_error;
mod term_unknown;
mod title_missing;
mod translation_empty;
mod translation_missing;
mod type_unknown;
mod unicode_nfd;
mod url_taken;
mod weekday_wrong;

pub use alias_invalid::ALIAS_INVALID;
pub use alt_missing::ALT_MISSING;
pub use anchor_unknown::ANCHOR_UNKNOWN;
pub use config_invalid::CONFIG_INVALID;
pub use credit_missing::CREDIT_MISSING;
pub use data_invalid::DATA_INVALID;
pub use date_impossible::DATE_IMPOSSIBLE;
pub use directive_invalid::DIRECTIVE_INVALID;
pub use directive_unknown::DIRECTIVE_UNKNOWN;
pub use encoding_invalid::ENCODING_INVALID;
pub use field_invalid::FIELD_INVALID;
pub use field_missing::FIELD_MISSING;
pub use field_unknown::FIELD_UNKNOWN;
pub use file_missing::FILE_MISSING;
pub use file_unreadable::FILE_UNREADABLE;
pub use footnote_unknown::FOOTNOTE_UNKNOWN;
pub use front_matter_syntax::FRONT_MATTER_SYNTAX;
pub use heading_order::HEADING_ORDER;
pub use html_dropped::HTML_DROPPED;
pub use image_missing::IMAGE_MISSING;
pub use key_taken::KEY_TAKEN;
pub use language_unknown::LANGUAGE_UNKNOWN;
pub use language_unmarked::LANGUAGE_UNMARKED;
pub use letter_lookalike::LETTER_LOOKALIKE;
pub use licence_missing::LICENCE_MISSING;
pub use link_root_relative::LINK_ROOT_RELATIVE;
pub use link_unknown::LINK_UNKNOWN;
pub use markdown_emphasis::MARKDOWN_EMPHASIS;
pub use message_missing::MESSAGE_MISSING;
pub use path_outside::PATH_OUTSIDE;
pub use picture_extension::PICTURE_EXTENSION;
pub use picture_invalid::PICTURE_INVALID;
pub use publish_ahead::PUBLISH_AHEAD;
pub use shared_differs::SHARED_DIFFERS;
pub use slug_collision::SLUG_COLLISION;
pub use slug_invalid::SLUG_INVALID;
pub use slug_reserved::SLUG_RESERVED;
pub use template_error::TEMPLATE_ERROR;
pub use term_unknown::TERM_UNKNOWN;
pub use title_missing::TITLE_MISSING;
pub use translation_empty::TRANSLATION_EMPTY;
pub use translation_missing::TRANSLATION_MISSING;
pub use type_unknown::TYPE_UNKNOWN;
pub use unicode_nfd::UNICODE_NFD;
pub use url_taken::URL_TAKEN;
pub use weekday_wrong::WEEKDAY_WRONG;

use super::Rule;

/// All rules, sorted by slug.
pub static RULES: &[&Rule] = &[
    &ALIAS_INVALID,
    &ALT_MISSING,
    &ANCHOR_UNKNOWN,
    &CONFIG_INVALID,
    &CREDIT_MISSING,
    &DATA_INVALID,
    &DATE_IMPOSSIBLE,
    &DIRECTIVE_INVALID,
    &DIRECTIVE_UNKNOWN,
    &ENCODING_INVALID,
    &FIELD_INVALID,
    &FIELD_MISSING,
    &FIELD_UNKNOWN,
    &FILE_MISSING,
    &FILE_UNREADABLE,
    &FOOTNOTE_UNKNOWN,
    &FRONT_MATTER_SYNTAX,
    &HEADING_ORDER,
    &HTML_DROPPED,
    &IMAGE_MISSING,
    &KEY_TAKEN,
    &LANGUAGE_UNKNOWN,
    &LANGUAGE_UNMARKED,
    &LETTER_LOOKALIKE,
    &LICENCE_MISSING,
    &LINK_ROOT_RELATIVE,
    &LINK_UNKNOWN,
    &MARKDOWN_EMPHASIS,
    &MESSAGE_MISSING,
    &PATH_OUTSIDE,
    &PICTURE_EXTENSION,
    &PICTURE_INVALID,
    &PUBLISH_AHEAD,
    &SHARED_DIFFERS,
    &SLUG_COLLISION,
    &SLUG_INVALID,
    &SLUG_RESERVED,
    &TEMPLATE_ERROR,
    &TERM_UNKNOWN,
    &TITLE_MISSING,
    &TRANSLATION_EMPTY,
    &TRANSLATION_MISSING,
    &TYPE_UNKNOWN,
    &UNICODE_NFD,
    &URL_TAKEN,
    &WEEKDAY_WRONG,
];

/// The rule of this name.
#[must_use]
pub fn find(slug: &str) -> Option<&'static Rule> {
    RULES.binary_search_by(|rule| rule.slug.cmp(slug)).ok().map(|place| RULES[place])
}

#[cfg(test)]
mod tests {
    use super::{RULES, find};

    #[test]
    fn rules_are_sorted_by_slug_and_each_is_found() {
        assert!(RULES.windows(2).all(|pair| pair[0].slug < pair[1].slug));
        assert!(RULES.iter().all(|rule| std::ptr::eq(find(rule.slug).unwrap(), *rule)));
        assert!(find("no-such-rule").is_none());
    }

    #[test]
    fn manuals_open_with_one_summary_line_in_both_languages() {
        for rule in RULES {
            for manual in [rule.manual.vi, rule.manual.en] {
                let summary = manual.lines().next().unwrap();
                assert!(summary.ends_with('.') && summary.chars().count() <= 100, "{}: {summary}", rule.slug);
            }
        }
    }
}
