// The workspace's words: what is read of files, and what is made of it. A bundle of its own, which is
// loaded when the first target is opened: with the writer's it would be over a bundle's budget.
export { WorkspaceWords } from './editor/words/workspace-words';
