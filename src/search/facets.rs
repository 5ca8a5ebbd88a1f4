//! Narrowing by facets; `client/facets.js` does the same.

use std::collections::BTreeMap;

use super::codec::unpack;
use super::manifest::{Facet, FacetValue};

/// Chosen values by facet: an entry passes with any of a facet's values, and has to pass all facets.
pub type Filters = BTreeMap<String, Vec<String>>;

/// Keeps the ids that pass; `starts` are the first ids of the segments, `n` all entries.
pub(super) fn narrow(facets: &[Facet], ids: &[u32], filters: &Filters, starts: &[u32], n: u32) -> Vec<u32> {
    let mut passes = vec![true; n as usize];
    for facet in facets {
        let Some(chosen) = filters.get(&facet.id).filter(|chosen| !chosen.is_empty()) else { continue };
        let mut has = vec![false; n as usize];
        for value in facet.values.iter().filter(|value| chosen.contains(&value.id)) {
            members(value, starts, &mut has);
        }
        passes.iter_mut().zip(has).for_each(|(passes, has)| *passes &= has);
    }
    ids.iter().copied().filter(|id| passes.get(*id as usize) == Some(&true)).collect()
}

fn members(value: &FacetValue, starts: &[u32], has: &mut [bool]) {
    // Text that no writer made ends the list, as the end of the text does.
    let _ = unpack(&value.ids, |id, segment| {
        let place = starts.get(segment).map(|start| start.saturating_add(id) as usize);
        if let Some(has) = place.and_then(|place| has.get_mut(place)) {
            *has = true;
        }
    });
}

#[cfg(test)]
mod tests {
    use super::super::codec::pack_lists;
    use super::{Facet, FacetValue, Filters, narrow};

    fn facet(id: &str, values: &[(&str, &[u32])]) -> Facet {
        let value = |(id, ids): &(&str, &[u32])| FacetValue { id: (*id).into(), label: [].into(), ids: pack_lists(&[ids]) };
        Facet { id: id.into(), label: [].into(), values: values.iter().map(value).collect() }
    }

    #[test]
    fn any_value_of_a_facet_and_all_facets() {
        let facets = [facet("year", &[("2024", &[0, 1]), ("2025", &[2])]), facet("type", &[("news", &[1, 2, 3])])];
        let kept = |filters: &[(&str, &[&str])]| {
            let chosen =
                filters.iter().map(|(id, values)| ((*id).to_owned(), values.iter().map(|v| (*v).to_owned()).collect()));
            narrow(&facets, &[3, 2, 1, 0], &chosen.collect::<Filters>(), &[0], 4)
        };
        assert_eq!(kept(&[]), [3, 2, 1, 0]);
        assert_eq!(kept(&[("year", &["2024", "2025"]), ("type", &["news"])]), [2, 1]);
        assert_eq!(kept(&[("year", &["1999"])]), [0; 0]);
        assert_eq!(kept(&[("nothing", &["x"]), ("year", &[])]), [3, 2, 1, 0]);
    }
}
