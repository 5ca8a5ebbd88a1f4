//! The body of a directive as a row of children, for checks of what it holds.

use crate::model::body::{Element, Node};

/// What stands between a directive's start and its end.
#[derive(Debug)]
pub(crate) struct Content<'b> {
    /// The nodes, well nested.
    pub(crate) nodes: &'b [Node],
    /// Checked attributes of the directive.
    pub(crate) attributes: &'b [(String, String)],
}

impl<'b> Content<'b> {
    /// The children, each with its start and end.
    pub(crate) fn children(&self) -> impl Iterator<Item = &'b [Node]> {
        children(self.nodes)
    }

    /// Number of pictures at any depth.
    pub(crate) fn images(&self) -> usize {
        self.nodes.iter().filter(|node| matches!(node, Node::Image(_))).count()
    }

    /// True for definition lists and nothing else, at least one of them.
    pub(crate) fn is_definitions(&self) -> bool {
        !self.nodes.is_empty() && self.children().all(|child| child[0] == Node::Start(Element::Definitions))
    }

    /// True where an attribute was written.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|(key, _)| key == name)
    }
}

/// Splits well-nested nodes into children: a leaf, or everything from a start to its end.
pub(crate) fn children(nodes: &[Node]) -> impl Iterator<Item = &[Node]> {
    let mut rest = nodes;
    std::iter::from_fn(move || {
        let length = child_length(rest)?;
        let (child, after) = rest.split_at(length);
        rest = after;
        Some(child)
    })
}

/// The children between a child's start and its end.
pub(crate) fn inside(child: &[Node]) -> &[Node] {
    child.get(1..child.len().saturating_sub(1)).unwrap_or_default()
}

fn child_length(nodes: &[Node]) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, node) in nodes.iter().enumerate() {
        match node {
            Node::Start(_) => depth += 1,
            Node::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    (!nodes.is_empty()).then_some(nodes.len())
}

#[cfg(test)]
mod tests {
    use super::{children, inside};
    use crate::model::body::{Element, Node};

    #[test]
    fn children_are_leaves_or_whole_elements() {
        let nodes = [
            Node::Start(Element::Paragraph),
            Node::Start(Element::Strong),
            Node::End(Element::Strong),
            Node::End(Element::Paragraph),
            Node::Rule,
        ];
        let found: Vec<_> = children(&nodes).map(<[Node]>::len).collect();
        assert_eq!(found, [4, 1]);
        assert_eq!(inside(&nodes[..4]), &nodes[1..3]);
        assert_eq!(children(&[]).count(), 0);
    }
}
