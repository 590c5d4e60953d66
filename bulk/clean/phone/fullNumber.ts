/** Only a few numbers on three small islands are shorter than eight digits with their country. */
const pattern = /^\+[1-9]\d{7,14}$/;

/** Whether a number stands in E.164, and is so long that a service surely takes it for a person's. */
export function isFullNumber(text: string): boolean {
	return pattern.test(text);
}
