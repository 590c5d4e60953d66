import type { SeedCall } from './call';

/** A second of silence: 8 kHz, one channel, 8 bits. */
export function silence(): Buffer {
	const samples = 8000;
	const header = Buffer.alloc(44);
	header.write('RIFF', 0, 'latin1');
	header.writeUInt32LE(36 + samples, 4);
	header.write('WAVEfmt ', 8, 'latin1');
	header.writeUInt32LE(16, 16);
	header.writeUInt16LE(1, 20);
	header.writeUInt16LE(1, 22);
	header.writeUInt32LE(8000, 24);
	header.writeUInt32LE(8000, 28);
	header.writeUInt16LE(1, 32);
	header.writeUInt16LE(8, 34);
	header.write('data', 36, 'latin1');
	header.writeUInt32LE(samples, 40);
	return Buffer.concat([header, Buffer.alloc(samples, 128)]);
}

/** The calls that the demo starts with, by campaign. */
export const demoCalls: ReadonlyArray<{ campaignId: number; call: SeedCall }> = [
	{
		campaignId: 1236,
		call: {
			id: 'cll_demo00000001',
			contact: { id: 3, f_id: 'C-3', name: 'Ana López', phone_number: '+525512345678', status: 'converted' },
			extracted_data: { 'Payment Amount': '1200', 'Payment Date': '2026-07-31' },
			tags: ['payment_promise'],
			transcript: [
				{ sent_by: 'AI', content: 'Hola, ¿estoy hablando con Ana?' },
				{ sent_by: 'EU', content: 'Sí, ¿quién es?' },
			],
			recording: { contentType: 'audio/wav', bytes: silence() },
		},
	},
	{
		campaignId: 1236,
		call: {
			id: 'cll_demo00000002',
			status: 'no-answer',
			answered_by: null,
			started_at: null,
			ended_at: null,
			ended_by: '',
			ended_reason: '',
			duration: 0,
			billed_duration: 0,
			contact: { id: 2, phone_number: '+525587654321', status: 'failed' },
		},
	},
];
