// The shape of `.ag`: one rule for blocks, `=` for values, `->` for arrows. A newline ends an entry.
parser grammar AgParser;

options { tokenVocab = AgLexer; }

file: NL* header (NL+ entry)* NL* EOF;
header: IDENT NUMBER;
entry: doc? IDENT (assign value | label* (ARROW value | body)?);
doc: (DOC NL+)+;
assign: ASSIGN | PLUSEQ | MINUSEQ;
label: name | string;
name: IDENT (DOT IDENT)*;
body: LBRACE NL* (entry (NL+ entry)* NL*)? RBRACE;
value: string | NUMBER | QUANTITY | name | call | list;
call: IDENT LPAREN (value (COMMA value)*)? COMMA? RPAREN;
list: LBRACK (value (COMMA value)*)? COMMA? RBRACK;
string: STR_OPEN part* STR_CLOSE | TEXT_OPEN part* TEXT_CLOSE | RAWTEXT_OPEN STR_TEXT* RAWTEXT_CLOSE | RAW;
part: STR_TEXT | STR_ESC | STR_BADESC | hole;
hole: STR_HOLE name RPAREN;
