import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lack, redis, type Requirement } from '../../requirements';

const there: Requirement = { name: 'git', isThere: () => true, packages: 'git' };
const missing = (name: string, packages: string): Requirement => ({ name, isThere: () => false, packages });

describe('What a test needs', () => {
	it('adds nothing to its name when it is there', () => {
		expect(lack([there, there])).toBe('');
	});

	it('stands in its name when it is missing, with the one command that gets it', () => {
		expect(lack([there, missing('redis-server', 'redis-server')])).toBe(
			' (needs redis-server: apt-get install -y --no-install-recommends redis-server)',
		);
	});

	it('is got by one command also when two things are missing', () => {
		expect(lack([missing('n8n', 'g++ make python3'), missing('Chromium', 'chromium')])).toBe(
			' (needs n8n and Chromium: apt-get install -y --no-install-recommends g++ make python3 chromium)',
		);
	});

	describe('from PATH', () => {
		let folder: string;
		const path = process.env.PATH;
		beforeEach(() => {
			folder = mkdtempSync(join(tmpdir(), 'path-'));
			process.env.PATH = folder;
		});
		afterEach(() => {
			process.env.PATH = path;
			rmSync(folder, { recursive: true });
		});

		it('is there only as a program that may be run', () => {
			expect(redis.isThere()).toBe(false);
			const program = join(folder, 'redis-server');
			writeFileSync(program, '');
			chmodSync(program, 0o644);
			expect(redis.isThere()).toBe(false);
			chmodSync(program, 0o755);
			expect(redis.isThere()).toBe(true);
		});
	});
});
