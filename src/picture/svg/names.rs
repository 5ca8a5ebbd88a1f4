//! Which elements and attributes a published SVG may hold.

/// Elements that draw or define what is drawn (SVG 2; Filter Effects 1). Not among them, on purpose: `script`,
/// `foreignObject`, `metadata`, `handler`, media, and the animation elements, which can set any attribute.
const ELEMENTS: [&str; 55] = [
    "a",
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feConvolveMatrix",
    "feDiffuseLighting",
    "feDisplacementMap",
    "feDistantLight",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feImage",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "fePointLight",
    "feSpecularLighting",
    "feSpotLight",
    "feTile",
    "feTurbulence",
    "filter",
    "g",
    "image",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "style",
    "svg",
    "switch",
    "symbol",
    "text",
    "textPath",
    "title",
    "tspan",
    "use",
    "view",
];

/// Attributes that fetch, act or only describe the drawing program.
const REFUSED: [&str; 10] =
    ["src", "srcset", "target", "ping", "action", "formaction", "nonce", "download", "version", "baseProfile"];

/// The element's name if it may be published.
pub(super) fn element(name: &str) -> Option<&'static str> {
    ELEMENTS.into_iter().find(|&allowed| allowed == name)
}

/// Whether an element holds text alone; its child elements are dropped. In HTML `title` and `desc` would be parsed
/// by other rules than here, and a `style` is text for CSS.
pub(super) fn holds_text_only(element: &str) -> bool {
    matches!(element, "title" | "desc" | "style")
}

/// Whether an attribute without a namespace may be published once its value is cleaned.
pub(super) fn attribute(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    let acts = lower.starts_with("on") || lower.starts_with("data-") || lower == "xmlns";
    plain && !name.is_empty() && !acts && !REFUSED.contains(&name)
}

/// Whether the attribute's value is plain text or a name, never read as CSS.
pub(super) fn is_plain_text(name: &str) -> bool {
    name.starts_with("aria-") || matches!(name, "id" | "class" | "role" | "lang" | "d" | "points" | "viewBox")
}
