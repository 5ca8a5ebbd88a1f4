//! Paths of sources, URLs and outputs: `/`-separated, NFC, no `..`; three types that do not mix.

use std::fmt;
use std::sync::Arc;

macro_rules! path_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The path as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&*self.0, f)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

path_type! {
    /// A file of the portal, from its top: `content/travel/doi-a1/index.vi.md`.
    SourcePath
}
path_type! {
    /// A published address without its host: `/vi/du-lich/doi-a1/`; begins with `/`.
    UrlPath
}
path_type! {
    /// A file of the output folder: `vi/du-lich/doi-a1/index.html`.
    OutPath
}

/// Why a path was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadPath {
    /// `..` above the top, an absolute path or a drive letter.
    #[error("the path leaves the portal's folder: {0}")]
    Outside(String),
    /// Nothing in it.
    #[error("the path is empty")]
    Empty,
}

impl SourcePath {
    /// A path from the portal's top; `.` and inner `..` are resolved.
    ///
    /// # Errors
    /// [`BadPath`] where it is empty, absolute, or leads above the top.
    pub fn new(path: &str) -> Result<Self, BadPath> {
        normalize(path).map(|clean| Self(clean.into()))
    }

    /// A path written in a file that stands in folder `self`; `/x` is looked up from `root`.
    ///
    /// # Errors
    /// [`BadPath`] where it leads above the portal's top.
    pub fn join(folder: &str, written: &str, root: &str) -> Result<Self, BadPath> {
        let base = if written.starts_with('/') { root } else { folder };
        let joined = format!("{base}/{}", written.trim_start_matches('/'));
        let path = Self::new(&joined)?;
        let inside = path.as_str().strip_prefix(root).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        if root.is_empty() || inside { Ok(path) } else { Err(BadPath::Outside(written.to_owned())) }
    }

    /// The folder it stands in, `""` at the top.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The last part.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }

    /// What follows the last dot of the file name, `""` where there is none.
    #[must_use]
    pub fn extension(&self) -> &str {
        self.file_name().rsplit_once('.').map_or("", |(_, extension)| extension)
    }
}

impl UrlPath {
    /// Joins segments with `/`; with `folder` the path ends with `/`.
    pub fn from_segments<'a>(segments: impl IntoIterator<Item = &'a str>) -> Self {
        let mut path = String::from("/");
        for segment in segments.into_iter().filter(|segment| !segment.is_empty()) {
            path.push_str(segment);
            path.push('/');
        }
        Self(path.into())
    }

    /// A path that names a file (`/vi/atom.xml`); a missing leading slash is added.
    #[must_use]
    pub fn file(path: &str) -> Self {
        Self(format!("/{}", path.trim_start_matches('/')).into())
    }

    /// The file that a web host serves for it: `index.html` for a folder.
    #[must_use]
    pub fn out_path(&self) -> OutPath {
        let path = self.0.trim_start_matches('/');
        let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        OutPath(file.into())
    }
}

impl OutPath {
    /// A path inside the output folder.
    ///
    /// # Errors
    /// [`BadPath`] where it is empty, absolute, or leads above the top.
    pub fn new(path: &str) -> Result<Self, BadPath> {
        normalize(path).map(|clean| Self(clean.into()))
    }
}

fn normalize(path: &str) -> Result<String, BadPath> {
    let drive = path.as_bytes().get(1) == Some(&b':') && path.as_bytes()[0].is_ascii_alphabetic();
    if path.starts_with('/') || drive || path.contains(['\\', '\0']) {
        return Err(BadPath::Outside(path.to_owned()));
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop().ok_or_else(|| BadPath::Outside(path.to_owned()))?;
            }
            _ => parts.push(part),
        }
    }
    if parts.is_empty() { Err(BadPath::Empty) } else { Ok(parts.join("/")) }
}

#[cfg(test)]
mod tests {
    use super::{BadPath, SourcePath, UrlPath};

    #[test]
    fn paths_never_leave_the_portal() {
        assert!(matches!(SourcePath::new("../x"), Err(BadPath::Outside(_))));
        assert!(matches!(SourcePath::new("a/../../x"), Err(BadPath::Outside(_))));
        assert!(matches!(SourcePath::new("/etc/passwd"), Err(BadPath::Outside(_))));
        assert!(matches!(SourcePath::new("C:/x"), Err(BadPath::Outside(_))));
        assert!(matches!(SourcePath::new("a\\..\\x"), Err(BadPath::Outside(_))));
        assert!(matches!(SourcePath::join("content/a", "../../portal.toml", "content"), Err(BadPath::Outside(_))));
        assert_eq!(SourcePath::new("a/./b/../c").unwrap().as_str(), "a/c");
    }

    #[test]
    fn a_leading_slash_is_looked_up_from_the_content_folder() {
        let path = SourcePath::join("content/travel/doi-a1", "/_media/x.jpg", "content").unwrap();
        assert_eq!(path.as_str(), "content/_media/x.jpg");
        let path = SourcePath::join("content/travel/doi-a1", "../x.jpg", "content").unwrap();
        assert_eq!(path.as_str(), "content/travel/x.jpg");
    }

    #[test]
    fn a_folder_is_served_by_its_index_file() {
        assert_eq!(UrlPath::from_segments(["vi", "", "tin"]).out_path().as_str(), "vi/tin/index.html");
        assert_eq!(UrlPath::from_segments([]).out_path().as_str(), "index.html");
        assert_eq!(UrlPath::file("404.html").out_path().as_str(), "404.html");
    }
}
