//! Portals made by chance, for the laws that hold for every portal.
