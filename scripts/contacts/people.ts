const firstNames = [
	'María José',
	'José Ángel',
	'Sofía',
	'Andrés',
	'Begoña',
	'Íñigo',
	'Lucía',
	'Ramón',
	'Xóchitl',
	'Raúl',
	'Ana "Anita"',
];
const lastNames = [
	'Núñez Peña',
	'García López',
	'Muñoz Ávila',
	'Hernández',
	'Ibáñez Cortés',
	"O'Farrill",
	'Zúñiga, hijo',
];
const cities = ['Ciudad de México', 'Guadalajara', 'Monterrey', 'Puebla', 'Tijuana', 'Cancún'];
const areaCodes = ['55', '33', '81', '222', '664', '998'];

/** Somebody a sheet has a row about. */
export interface Person {
	name: string;
	city: string;
	areaCode: string;
	/** The rest of the ten digits, after the area code. */
	subscriber: string;
}

/** `list` holds at least one. */
function nth(list: readonly string[], n: number): string {
	return list[n % list.length] ?? '';
}

/**
 * The n-th person; two persons never share a number, up to a million persons.
 *
 * Subscriber numbers begin with 1, which Mexico does not give out, so that nobody's telephone can ring.
 */
export function person(n: number): Person {
	const areaCode = nth(areaCodes, n);
	// 7919 is a prime: multiples of it go through all remainders of a power of ten before one comes twice.
	const digits = 9 - areaCode.length;
	const scattered = (n * 7919) % 10 ** digits;
	return {
		name: `${nth(firstNames, n)} ${nth(lastNames, n)}`,
		city: nth(cities, n),
		areaCode,
		subscriber: `1${String(scattered).padStart(digits, '0')}`,
	};
}

const spellings = [
	({ areaCode, subscriber }: Person) => `+52${areaCode}${subscriber}`,
	({ areaCode, subscriber }: Person) =>
		`+52 (${areaCode}) ${subscriber.slice(0, -4)}-${subscriber.slice(-4)}`,
	({ areaCode, subscriber }: Person) => `${areaCode} ${subscriber.slice(0, -4)} ${subscriber.slice(-4)}`,
	({ areaCode, subscriber }: Person) => `52${areaCode}${subscriber}`,
	({ areaCode, subscriber }: Person) => `0052${areaCode}${subscriber}`,
];

/** The number as people write it, in one of five ways; all of them mean one number where Mexico is the default. */
export function spellNumber(of: Person, way: number): string {
	return (spellings[way % spellings.length] ?? String)(of);
}
