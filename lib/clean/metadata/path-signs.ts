/** Arrows and guillemets that part the steps of a path; menus and titles hardly have them. A piece of a pattern's source. */
export const ARROW = '(?:>{1,3}|＞{1,2}|[»›≫⋙→⇒⇨▸►▶▷☞➔➙➜➝➞➤❯❱⟩⟶﹥〉˃➡]|[-—~=]{1,2}>|&gt;)';
