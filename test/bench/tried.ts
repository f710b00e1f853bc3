/** What was tried beyond what is there: what paid, what did not, and why. Markdown, without figures. */
export const TRIED = 'Nothing yet.';
