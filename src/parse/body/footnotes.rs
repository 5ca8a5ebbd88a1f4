//! Footnotes: definitions move to the end of the body, in the order in which they are first referred to.

use std::collections::VecDeque;

use crate::diag::Note;
use crate::diag::rules::FOOTNOTE_UNKNOWN;
use crate::model::Span;
use crate::model::body::{Element, Index, Node};

/// The footnotes of one body. Until [`resolve`](Self::resolve), nodes refer to them by the order of their labels.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    labels: Vec<String>,
    definitions: Vec<Option<Definition>>,
}

#[derive(Debug)]
struct Definition {
    nodes: Vec<Node>,
    span: Span,
}

impl Footnotes {
    /// The provisional number of a label.
    pub(super) fn label(&mut self, label: &str) -> Index {
        let label = label.to_lowercase();
        let found = self.labels.iter().position(|known| *known == label);
        let place = found.unwrap_or_else(|| {
            self.labels.push(label);
            self.definitions.push(None);
            self.labels.len() - 1
        });
        place as Index
    }

    /// Keeps the text of a footnote; the first definition of a label wins.
    pub(super) fn define(&mut self, index: Index, nodes: Vec<Node>, span: Span, notes: &mut Vec<Note>) {
        match self.definitions.get_mut(index as usize) {
            Some(slot @ None) => *slot = Some(Definition { nodes, span }),
            _ => notes.push(self.unknown(index, span)),
        }
    }

    /// Numbers the references in `nodes` and appends the footnotes; returns how many there are.
    pub(super) fn resolve(mut self, nodes: &mut Vec<Node>, notes: &mut Vec<Note>) -> Index {
        let mut numbers: Vec<Option<Index>> = vec![None; self.labels.len()];
        let mut waiting = VecDeque::new();
        let mut count = 0;
        self.number(nodes, &mut numbers, &mut waiting, &mut count);
        let mut appended: Index = 0;
        while let Some(mut definition) = waiting.pop_front() {
            self.number(&mut definition.nodes, &mut numbers, &mut waiting, &mut count);
            let element = Element::Footnote(appended);
            nodes.push(Node::Start(element));
            nodes.append(&mut definition.nodes);
            nodes.push(Node::End(element));
            appended += 1;
        }
        for (index, definition) in self.definitions.iter().enumerate() {
            if let Some(definition) = definition {
                notes.push(self.unknown(index as Index, definition.span));
            }
        }
        count
    }

    /// Numbers references; a reference whose definition is missing is taken out.
    fn number(
        &mut self,
        nodes: &mut Vec<Node>,
        numbers: &mut [Option<Index>],
        waiting: &mut VecDeque<Definition>,
        count: &mut Index,
    ) {
        nodes.retain_mut(|node| {
            let Node::FootnoteRef(index) = node else { return true };
            let place = *index as usize;
            if numbers[place].is_none() {
                let Some(definition) = self.definitions[place].take() else { return false };
                numbers[place] = Some(*count);
                *count += 1;
                waiting.push_back(definition);
            }
            *index = numbers[place].unwrap_or_default();
            true
        });
    }

    fn unknown(&self, index: Index, span: Span) -> Note {
        let label = self.labels.get(index as usize).map_or("", String::as_str);
        Note::new(&FOOTNOTE_UNKNOWN, span).arg("label", label).help("help")
    }
}
