import { parsePhoneNumberFromString as readWithMax, type CountryCode } from 'libphonenumber-js/max';
import { parsePhoneNumberFromString as readWithMin } from 'libphonenumber-js/min';
import { cleanPhone } from '../../../../bulk/clean/phone/cleanPhone';
import { exampleNumbers, madeNumbers, type PhoneSample } from './phoneSamples';
import { asNational, doubtfulSpellings, pairs, unambiguousSpellings, type Spelling } from './phoneSpellings';

const invisible = /[\u2068\u200b\u2069]/g;

interface Outcome {
	/** For people: DE, 00 (BR): "0049 ..." -> "+49..." */
	what: string;
	outcome: 'right' | 'as typed' | 'not sent' | 'national' | 'another number';
}

function read(samples: PhoneSample[], spellingsOf: (sample: PhoneSample) => Spelling[]): Outcome[] {
	return samples.flatMap((sample) =>
		spellingsOf(sample).flatMap(({ name, text, defaults }) =>
			defaults.map((country) => {
				const cleaned = cleanPhone(text, country);
				const sent = 'number' in cleaned ? cleaned.number : undefined;
				const what = `${sample.country}, ${name} (${country ?? 'no default'}): "${text}" -> "${sent ?? 'rounded'}"`;
				return { what, outcome: sent === undefined ? 'not sent' : outcomeOf(sent, text, country, sample) };
			}),
		),
	);
}

function outcomeOf(
	sent: string,
	text: string,
	country: CountryCode | undefined,
	sample: PhoneSample,
): Outcome['outcome'] {
	if (sent === sample.phone.number) return 'right';
	if (sent === text.replace(invisible, '')) return 'as typed';
	// Digits that are a number of the Default Country's own are that number, whose else they may be. Of foreign fixed
	// lines only the general pattern is asked, as the package has no other of these. With the number's own country that
	// excuses only fixed lines: Lund's area code is that of Sweden as a country.
	const isFixed = sample.phone.getType() === 'FIXED_LINE';
	const excused = country !== sample.country || isFixed;
	return excused && sent === asNational(text, country, isFixed ? readWithMin : readWithMax)
		? 'national'
		: 'another number';
}

const those = (outcomes: Outcome[], wanted: Outcome['outcome']) =>
	outcomes.filter(({ outcome }) => outcome === wanted).map(({ what }) => what);

describe.each([
	['the example of each country', exampleNumbers],
	['numbers made of the patterns of each country', madeNumbers],
])('%s', (_, samples) => {
	const unambiguous = read(samples, unambiguousSpellings);

	it('is known for every country', () => {
		expect(new Set(samples.map(({ country }) => country)).size).toBeGreaterThan(230);
	});

	it('never becomes another number, however it is written', () => {
		expect(those(unambiguous, 'another number')).toEqual([]);
	});

	it('becomes E.164 in at least 97 of 100 spellings that are not ambiguous', () => {
		const missed = unambiguous.filter(({ outcome }) => outcome !== 'right').map(({ what }) => what);
		const most = 0.03 * unambiguous.length;
		expect(missed.length > most ? missed : []).toEqual([]);
	});

	it('never becomes another number where its spelling is doubtful', () => {
		expect(those(read(samples, doubtfulSpellings), 'another number')).toEqual([]);
	});

	it('is not sent, because it looks rounded, for one country at most: the example of Korea is +82 10 2000 0000', () => {
		const notSent = those([...unambiguous, ...read(samples, doubtfulSpellings)], 'not sent');
		expect(notSent.filter((what) => !what.startsWith('KR, '))).toEqual([]);
	});

	it('is not joined with another one in its cell', () => {
		const joined = read(samples, pairs).filter(({ outcome }) => outcome !== 'as typed');
		expect(joined.map(({ what }) => what)).toEqual([]);
	});
});
