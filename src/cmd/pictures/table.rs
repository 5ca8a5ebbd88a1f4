//! The survey as a table for people.

use hoaban::diag::Arg;
use hoaban::diag::messages::Interface;

use super::super::printing::size;
use super::survey::Row;

/// A line for each picture, then the totals; `waiting` pictures say something that `--adopt` would write.
pub(super) fn table(rows: &[Row], waiting: usize, ui: &Interface) -> String {
    if rows.is_empty() {
        return ui.word("pictures-none") + "\n";
    }
    let heads = ["path", "size", "bytes", "profile", "renditions", "saved", "notes"];
    let mut cells = vec![heads.map(|head| ui.word(&format!("pictures-{head}")))];
    cells.extend(rows.iter().map(|row| line(row, ui)));
    let width = |column: usize| cells.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..heads.len() - 1).map(width).collect();
    let line = |row: &[String; 7]| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}  ")).collect::<String>();
        format!("{cells}{}", row[6]).trim_end().to_owned() + "\n"
    };
    cells.iter().map(line).collect::<String>() + "\n" + &totals(rows, ui) + &hint(waiting, ui)
}

fn line(row: &Row, ui: &Interface) -> [String; 7] {
    let format = |facts: &hoaban::picture::PictureFacts| {
        format!("{} × {} {}", facts.width, facts.height, facts.format.extension().to_uppercase())
    };
    let dash = || "-".to_owned();
    [
        row.path.as_str().strip_prefix("content/").unwrap_or(row.path.as_str()).to_owned(),
        row.facts.as_ref().map_or_else(|_| dash(), format),
        size(row.bytes, ui),
        row.embedded.profile_name.clone().unwrap_or_else(dash),
        renditions(row, ui),
        row.saved().map_or_else(dash, |saved| size(saved, ui)),
        notes(row, ui).join("; "),
    ]
}

fn renditions(row: &Row, ui: &Interface) -> String {
    let (planned, made) = (row.renditions.planned, row.renditions.made);
    let number = |count: u64| Arg::from(usize::try_from(count).unwrap_or(usize::MAX));
    match (planned, made) {
        (0, _) => "-".to_owned(),
        (_, 0) => ui.text("pictures-rendered", "none", &[("planned", number(planned))]),
        _ if planned == made => format!("{made}: {}", size(row.renditions.bytes, ui)),
        _ => format!("{made}/{planned}: {}", size(row.renditions.bytes, ui)),
    }
}

/// What an editor should look at.
fn notes(row: &Row, ui: &Interface) -> Vec<String> {
    let gaps = &row.gaps;
    let said = [
        (row.facts.is_err(), "pictures-unusable"),
        (!gaps.used, "pictures-unused"),
        (gaps.credit, "pictures-no-credit"),
        (gaps.licence, "pictures-no-licence"),
        (row.embedded.gps, "pictures-gps"),
        (row.embedded.serials, "pictures-serial"),
    ];
    let mut notes: Vec<String> = said.iter().filter(|(holds, _)| *holds).map(|(_, id)| ui.word(id)).collect();
    if !gaps.alt.is_empty() {
        let codes = gaps.alt.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
        notes.push(ui.text("pictures-no-alt", "", &[("languages", Arg::from(codes))]));
    }
    notes
}

fn totals(rows: &[Row], ui: &Interface) -> String {
    let sum = |of: fn(&Row) -> u64| rows.iter().map(of).sum::<u64>();
    let number = |count: u64| Arg::from(usize::try_from(count).unwrap_or(usize::MAX));
    let bytes = |count: u64| Arg::from(size(count, ui));
    let (planned, made) = (sum(|row| row.renditions.planned), sum(|row| row.renditions.made));
    let mut out = ui.text("pictures-total", "", &[("count", Arg::from(rows.len())), ("size", bytes(sum(|row| row.bytes)))]);
    if planned > 0 {
        let size = bytes(sum(|row| row.renditions.bytes));
        let args = [("made", number(made)), ("planned", number(planned)), ("size", size)];
        out = format!("{out}\n{}", ui.text("pictures-total", "renditions", &args));
    }
    let gps = rows.iter().filter(|row| row.embedded.gps).count();
    if gps > 0 {
        out = format!("{out}\n{}", ui.text("pictures-total", "gps", &[("count", Arg::from(gps))]));
    }
    out + "\n"
}

fn hint(waiting: usize, ui: &Interface) -> String {
    if waiting == 0 { String::new() } else { ui.text("pictures-hint", "", &[("count", Arg::from(waiting))]) + "\n" }
}
