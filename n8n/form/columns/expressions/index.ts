export { createColumn, type Column, type ColumnSource } from './column';
