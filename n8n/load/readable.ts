/** What a part of the form or of a row holds; undefined when it cannot be read, whatever the reason. */
export function readable<Value>(read: () => Value): Value | undefined {
	try {
		return read();
	} catch {
		return undefined;
	}
}
