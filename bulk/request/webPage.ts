/** Whether a body is a web page, or XML: no service of this package answers so, whatever the status. */
export function isWebPage(body: unknown): boolean {
	return typeof body === 'string' && /^\uFEFF?\s*</.test(body);
}
