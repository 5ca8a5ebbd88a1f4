//! `pictures`: every source picture with its size, its renditions, and what is missing; `--adopt` writes sidecars.
//!
//! In: the portal and what its cache holds. Out: a table or JSON. Nothing is encoded, and nothing is written but sidecars.

mod adopt;
mod gaps;
mod survey;
mod table;

use anyhow::anyhow;
use hoaban::diag::write::Format;
use hoaban::memo::Memo;
use hoaban::pipeline::{self, Options};
use hoaban::world::World as _;
use serde_json::{Value, json};

use super::printing::Verdict;
use super::{Context, Exit, portal};
use crate::cli::PicturesArgs;
use adopt::Adopted;
use survey::{Row, survey};

/// Prints to standard output. Problems in the portal are `check`'s to tell, unless they leave nothing to list.
///
/// # Errors
/// The portal cannot be read, or a sidecar cannot be written.
pub(super) fn run(args: &PicturesArgs, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let root = portal::root(context)?;
    let world = portal::world(context, &root, None)?.without(&root.join(super::build::PUBLIC));
    let built = match pipeline::build(&world, &Memo::off(), &Options::default()) {
        Ok(built) => built,
        Err(failure) => {
            let verdict = Verdict::of_failure(failure, portal::today(&world), context.ui)?;
            context.err.write_all(verdict.text(Format::Human, context.err_terminal.colour, context.ui).as_bytes())?;
            return Ok(Exit::Problems);
        }
    };
    let rows = survey(&built.site, &world);
    let mut adopted = Vec::new();
    for row in rows.iter().filter(|_| args.adopt) {
        let file = adopt::sidecar(&row.path);
        let existing = world.read(&file).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let Some(found) = adopt::adopt(row, &built.site, existing.as_deref()) else { continue };
        if let Some(text) = &found.text {
            let written = adopt::write(&root, &file, text, existing.is_some());
            written
                .map_err(|error| anyhow!(portal::refused("write", &file, portal::reason(&error, context.ui), context.ui)))?;
        }
        adopted.push(found);
    }
    let text = match args.format.as_str() {
        "json" => json(&rows, args.adopt.then_some(&adopted)),
        _ if args.adopt => adopt::told(&adopted, context.ui),
        _ => {
            let waiting = rows.iter().filter(|row| adopt::adopt(row, &built.site, row.sidecar.as_deref()).is_some()).count();
            table::table(&rows, waiting, context.ui)
        }
    };
    context.out.write_all(text.as_bytes())?;
    Ok(Exit::Done)
}

/// An object: pictures in the order of their paths, totals, and with `--adopt` what was written. Sizes are in bytes.
fn json(rows: &[Row], adopted: Option<&Vec<Adopted>>) -> String {
    let sum = |of: fn(&Row) -> u64| rows.iter().map(of).sum::<u64>();
    let mut all = json!({
        "pictures": rows.iter().map(object).collect::<Vec<_>>(),
        "totals": {
            "pictures": rows.len(),
            "bytes": sum(|row| row.bytes),
            "renditions": sum(|row| row.renditions.planned),
            "made": sum(|row| row.renditions.made),
            "made_bytes": sum(|row| row.renditions.bytes),
            "saved": sum(|row| row.saved().unwrap_or(0)),
        },
    });
    if let (Some(adopted), Some(object)) = (adopted, all.as_object_mut()) {
        object.insert("adopted".to_owned(), adopted.iter().map(Adopted::json).collect());
    }
    serde_json::to_string_pretty(&all).unwrap_or_default() + "\n"
}

fn object(row: &Row) -> Value {
    let facts = row.facts.as_ref().ok();
    json!({
        "path": row.path.as_str(),
        "format": facts.map(|facts| facts.format.extension()),
        "problem": row.facts.as_ref().err(),
        "width": facts.map(|facts| facts.width),
        "height": facts.map(|facts| facts.height),
        "bytes": row.bytes,
        "profile": row.embedded.profile_name,
        "gps": row.embedded.gps,
        "serial_numbers": row.embedded.serials,
        "thumbnail": row.embedded.thumbnail,
        "taken": row.embedded.taken.map(|day| day.to_string()),
        "used": row.gaps.used,
        "missing": { "credit": row.gaps.credit, "licence": row.gaps.licence, "alt": row.gaps.alt },
        "embedded": {
            "creator": row.embedded.creator,
            "credit": row.embedded.credit,
            "rights": row.embedded.rights,
            "caption": row.embedded.caption,
            "licence": row.embedded.licence,
        },
        "renditions": { "planned": row.renditions.planned, "made": row.renditions.made, "bytes": row.renditions.bytes },
        "saved": row.saved(),
    })
}

#[cfg(test)]
mod tests;
