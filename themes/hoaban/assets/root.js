// Marks the door in the browser's language. Never redirects: the reader chooses.
const doors = [...document.querySelectorAll("main a[hreflang]")];
const wanted = navigator.languages.map((tag) => tag.split("-")[0]);
const code = wanted.find((tag) => doors.some((door) => door.hreflang === tag));
doors.find((door) => door.hreflang === code)?.classList.add("suggested");
