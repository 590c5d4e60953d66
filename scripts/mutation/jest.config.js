const [unit] = require('../../jest.config').projects;

/** The tests that judge a mutant of the bulk engine: those that import it, not the built package. */
module.exports = {
	...unit,
	rootDir: '../..',
	testMatch: ['<rootDir>/test/unit/bulk/**/*.test.ts'],
};
