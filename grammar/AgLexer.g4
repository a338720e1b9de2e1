// The words of `.ag`. It knows no kind and no attribute. Newlines are tokens; what brackets hide is decided
// behind the lexer (syntax.Layout), so that an unclosed bracket or brace cannot swallow the rest of a file.
lexer grammar AgLexer;

DOC: '##' ~[\r\n]*;
COMMENT: '#' ~[\r\n]* -> channel(HIDDEN);
NL: '\r'? '\n';
WS: [ \t]+ -> skip;

ARROW: '->';
PLUSEQ: '+=';
MINUSEQ: '-=';
ASSIGN: '=';
LBRACE: '{';
RBRACE: '}';
LBRACK: '[';
RBRACK: ']';
LPAREN: '(';
RPAREN: ')';
COMMA: ',';
DOT: '.';

// No value: versions stand in quotes and numbers are whole. One token, so that the mistake is one.
FRACTION: '-'? [0-9]+ ('.' [0-9]+)+ [a-zA-Z]*;
QUANTITY: '-'? [0-9]+ [a-zA-Z]+;
NUMBER: '-'? [0-9]+;
IDENT: [A-Za-z_] [A-Za-z0-9_]* ('-' [A-Za-z0-9_]+)*;

TEXT_OPEN: '"""' [ \t]* '\r'? '\n' -> pushMode(TEXT);
TEXT_INLINE: '"""' ~[\r\n]*;
RAWTEXT_OPEN: '\'\'\'' [ \t]* '\r'? '\n' -> pushMode(RAWTEXT);
RAWTEXT_INLINE: '\'\'\'' ~[\r\n]*;
STR_OPEN: '"' -> pushMode(STRING);
RAW: '\'' ~['\r\n]* '\'';
RAW_UNCLOSED: '\'' ~['\r\n]*;
OTHER: .;

mode STRING;
STR_HOLE: '\\(' -> pushMode(HOLE);
STR_ESC: '\\' ["\\nrt];
STR_BADESC: '\\' ~[\r\n]?;
STR_TEXT: ~["\\\r\n]+;
STR_CLOSE: '"' -> popMode;
STR_EOL: '\r'? '\n' -> type(NL), popMode;
STR_CR: '\r' -> type(STR_TEXT);

// A hole holds an address and nothing else. A quote or a newline in it ends the string: one mistake, one place.
mode HOLE;
HOLE_WS: [ \t]+ -> skip;
HOLE_NAME: [A-Za-z_] [A-Za-z0-9_]* ('-' [A-Za-z0-9_]+)* -> type(IDENT);
HOLE_DOT: '.' -> type(DOT);
HOLE_CLOSE: ')' -> type(RPAREN), popMode;
HOLE_QUOTE: '"' -> type(STR_CLOSE), mode(DEFAULT_MODE);
HOLE_EOL: '\r'? '\n' -> type(NL), mode(DEFAULT_MODE);
HOLE_OTHER: . -> type(OTHER);

mode TEXT;
TEXT_HOLE: '\\(' -> type(STR_HOLE), pushMode(TEXTHOLE);
TEXT_ESC: '\\' ["\\nrt] -> type(STR_ESC);
TEXT_BADESC: '\\' ~[\r\n]? -> type(STR_BADESC);
TEXT_CLOSE: '"""' -> popMode;
TEXT_QUOTE: '"' -> type(STR_TEXT);
TEXT_LINES: ~["\\]+ -> type(STR_TEXT);

mode TEXTHOLE;
TEXTHOLE_WS: [ \t]+ -> skip;
TEXTHOLE_NAME: [A-Za-z_] [A-Za-z0-9_]* ('-' [A-Za-z0-9_]+)* -> type(IDENT);
TEXTHOLE_DOT: '.' -> type(DOT);
TEXTHOLE_CLOSE: ')' -> type(RPAREN), popMode;
TEXTHOLE_EOL: '\r'? '\n' -> type(STR_TEXT), popMode;
TEXTHOLE_OTHER: . -> type(OTHER);

mode RAWTEXT;
RAWTEXT_CLOSE: '\'\'\'' -> popMode;
RAWTEXT_QUOTE: '\'' -> type(STR_TEXT);
RAWTEXT_LINES: ~[']+ -> type(STR_TEXT);
