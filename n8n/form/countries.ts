import type { INodePropertyOptions } from 'n8n-workflow';
import { phoneCountries } from '../../bulk/clean/phone/cleanPhone';

/** The countries that the phone library knows, by their English names. */
export function countryOptions(): INodePropertyOptions[] {
	const names = new Intl.DisplayNames(['en'], { type: 'region' });
	return phoneCountries()
		.map((code) => ({ name: `${names.of(code) ?? code} (${code})`, value: code }))
		.sort((a, b) => a.name.localeCompare(b.name));
}
