/** How files of these types begin, and what they are called. */
const audioTypes = [
	{
		mimeType: 'audio/wav',
		extension: '.wav',
		begins: (bytes: Buffer) => bytes.toString('latin1', 0, 4) === 'RIFF',
	},
	{
		mimeType: 'audio/ogg',
		extension: '.ogg',
		begins: (bytes: Buffer) => bytes.toString('latin1', 0, 4) === 'OggS',
	},
	{
		mimeType: 'audio/mp4',
		extension: '.m4a',
		begins: (bytes: Buffer) => bytes.toString('latin1', 4, 8) === 'ftyp',
	},
	{ mimeType: 'audio/mpeg', extension: '.mp3', begins: isMpeg },
] as const;

const otherNames: ReadonlyMap<string, string> = new Map([
	['audio/x-wav', '.wav'],
	['audio/wave', '.wav'],
	['audio/vnd.wave', '.wav'],
	['audio/mp3', '.mp3'],
	['audio/x-m4a', '.m4a'],
	['audio/webm', '.webm'],
]);

function isMpeg(bytes: Buffer): boolean {
	return bytes.toString('latin1', 0, 3) === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0);
}

/**
 * The type of a recording. Altur's specification names none that can be (JSON): so the header counts when it names audio
 * or video, and otherwise how the file begins.
 *
 * @param header `Content-Type` of the answer
 * @param beginning the first bytes of the file
 */
export function audioType(header: string | undefined, beginning: Buffer): string {
	const named = header?.split(';')[0]?.trim().toLowerCase() ?? '';
	if (/^(audio|video)\//.test(named)) return named;
	return audioTypes.find(({ begins }) => begins(beginning))?.mimeType ?? 'application/octet-stream';
}

/** @returns the extension of a file of that type, with its dot; '' for one that is not known here */
export function extensionOf(mimeType: string): string {
	return audioTypes.find((type) => type.mimeType === mimeType)?.extension ?? otherNames.get(mimeType) ?? '';
}
