import type { StoredMessage } from '../conversation/call';
import type { Outcome } from './outcome';

/** What is said in a call, and what Altur makes of it. */
interface Conversation {
	lines: { sent_by: StoredMessage['sent_by']; content: string }[];
	/** In the order of extraction. */
	extracted: ReadonlyMap<string, string>;
	tags: string[];
}

interface Language {
	/** `{name}` stands for the person's name. */
	greeting: string;
	promise: [string, string];
	later: [string, string];
	transfer: [string, string];
	machine: string;
	keys: { amount: string; date: string; willing: string };
	yes: string;
}

const spanish: Language = {
	greeting: 'Hola, ¿estoy hablando con {name}?',
	promise: ['Sí, soy yo. Pago 1200 pesos mañana.', 'Perfecto, queda anotado. ¡Que tenga buen día!'],
	later: ['Ahora no puedo, llámeme más tarde.', 'De acuerdo, la llamo después.'],
	transfer: ['Quiero hablar con una persona, por favor.', 'Claro, le comunico con una compañera.'],
	machine: 'Deje su mensaje después del tono.',
	keys: { amount: 'Monto prometido', date: 'Fecha de pago', willing: '¿Aceptó?' },
	yes: 'sí',
};
const portuguese: Language = {
	greeting: 'Olá, estou falando com {name}?',
	promise: ['Sim, sou eu. Pago 1200 reais amanhã.', 'Combinado, está anotado. Até logo!'],
	later: ['Agora não posso, ligue mais tarde.', 'Tudo bem, ligo depois.'],
	transfer: ['Quero falar com uma pessoa, por favor.', 'Claro, vou transferir a ligação.'],
	machine: 'Deixe sua mensagem após o sinal.',
	keys: { amount: 'Valor prometido', date: 'Data do pagamento', willing: 'Aceitou?' },
	yes: 'não há dúvida',
};
const english: Language = {
	greeting: 'Hello, am I speaking with {name}?',
	promise: ['Yes, who is this? Fine, I pay 1200 tomorrow.', 'Noted – thank you, good-bye!'],
	later: ['I’m busy, call me later.', 'All right, I will.'],
	transfer: ['Let me talk to a person, please.', 'Of course, I’ll put you through.'],
	machine: 'Please leave a message after the tone.',
	keys: { amount: 'Payment Amount', date: 'Payment Date', willing: 'Agreed?' },
	yes: 'yes',
};

/** The language spoken behind a number: Portuguese in Brazil, English in North America and Britain, else Spanish. */
function languageOf(phone: string): Language {
	if (phone.startsWith('+55')) return portuguese;
	return phone.startsWith('+1') || phone.startsWith('+44') ? english : spanish;
}

/** What follows the greeting when a person has answered: what they say, and what the agent says to it. */
function exchange(language: Language, outcome: Outcome): [string, string] | undefined {
	if (outcome === 'converted') return language.promise;
	if (outcome === 'transferred') return language.transfer;
	return outcome === 'answered' ? language.later : undefined;
}

/**
 * The conversation of a call that ended in some way.
 * @param person their number and name, and the greeting of the campaign, where it has one
 */
export function conversationOf(
	outcome: Outcome,
	person: { phone: string; name?: string; greeting?: string },
): Conversation {
	const language = languageOf(person.phone);
	const greeting = (person.greeting ?? language.greeting).replaceAll('{name}', person.name ?? person.phone);
	const { amount, date, willing } = language.keys;
	const nothing = { lines: [], extracted: new Map<string, string>(), tags: [] };
	if (outcome === 'voicemail') {
		return { ...nothing, lines: [{ sent_by: 'EU', content: language.machine }] };
	}
	const said = exchange(language, outcome);
	if (!said) {
		return outcome === 'unknown' ? { ...nothing, lines: [{ sent_by: 'AI', content: greeting }] } : nothing;
	}
	const lines = [
		{ sent_by: 'AI' as const, content: greeting },
		{ sent_by: 'EU' as const, content: said[0] },
		{ sent_by: 'AI' as const, content: said[1] },
	];
	if (outcome !== 'converted') return { ...nothing, lines, tags: ['call_later'] };
	const extracted = new Map([
		[amount, '1200'],
		[date, '2026-12-26'],
		[willing, language.yes],
		// A question by its number: JSON.stringify would move such a key to the front.
		['1', language.yes],
	]);
	return { lines, extracted, tags: ['payment_promise'] };
}
