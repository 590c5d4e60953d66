export { createColumn, fixedColumn, type Column, type ColumnSource } from './column';
