/** n8n's package scan ships no types; these are the parts that are used here. */
declare module '@n8n/scan-community-package/scanner/scanner.mjs' {
	export const SOURCE_FILE_PATTERNS: string[];
	/** Lints the files of a folder with n8n's rule set; inline exceptions do not count. */
	export function analyzePackage(
		folder: string,
		filePatterns: string[],
	): Promise<{ passed: boolean; message?: string; details?: string }>;
}
