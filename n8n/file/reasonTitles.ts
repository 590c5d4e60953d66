/**
 * The columns that a file of failed rows has behind those of the file that was loaded. They are for the person who
 * corrects it, and no service is told of them when it is loaded again.
 */
export const reasonTitles: readonly string[] = ['not_loaded_because', 'not_loaded_code'];
