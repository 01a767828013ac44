//go:build amd64 && !noasm && !gccgo && !safe

#include "textflag.h"

DATA ·unsigned+0(SB)/8, $0x7FFFFFFFFFFFFFFF
GLOBL ·unsigned(SB), RODATA|NOPTR, $8
DATA ·greatestFinite+0(SB)/8, $0x7FEFFFFFFFFFFFFF
GLOBL ·greatestFinite(SB), RODATA|NOPTR, $8
DATA ·infinity+0(SB)/8, $0x7FF0000000000000
GLOBL ·infinity(SB), RODATA|NOPTR, $8
DATA ·one+0(SB)/8, $0x3FF0000000000000
GLOBL ·one(SB), RODATA|NOPTR, $8

// The comparisons of VCMPPD. All but UNORDERED are false where a number is NaN.
#define EQUAL $0
#define UNORDERED $3
#define LESS $17
#define LESSOREQUAL $18

// SAME sets same where a and b are equal, or where their difference, which is a − b, is finite and no more than rounding. It leaves in
// equal where they are equal.
#define SAME(a, b, difference, unsigned, finite, rounding, same, equal, scratch) \
	VANDPD unsigned, a, same                  \
	VANDPD unsigned, b, scratch               \
	VMAXPD same, scratch, same                \
	VMULPD rounding, same, same               \
	VANDPD unsigned, difference, scratch      \
	VCMPPD LESSOREQUAL, same, scratch, same   \
	VCMPPD LESSOREQUAL, finite, scratch, scratch \
	VANDPD scratch, same, same                \
	VCMPPD EQUAL, b, a, equal                 \
	VORPD  equal, same, same

// func differencesAVX2(a, b, dst *float64, fours int, rounding float64) (above, below, same int)
//
// What holds is −1 in each of four counts, else 0.
TEXT ·differencesAVX2(SB), NOSPLIT, $0-64
	MOVQ         a+0(FP), SI
	MOVQ         b+8(FP), DX
	MOVQ         dst+16(FP), DI
	MOVQ         fours+24(FP), CX
	VPXOR        Y0, Y0, Y0 // above
	VPXOR        Y1, Y1, Y1 // below
	VPXOR        Y2, Y2, Y2 // same
	VPXOR        Y3, Y3, Y3 // zeros
	VBROADCASTSD ·unsigned(SB), Y4
	VBROADCASTSD ·greatestFinite(SB), Y5
	VBROADCASTSD ·infinity(SB), Y6
	VBROADCASTSD rounding+32(FP), Y7

four:
	VMOVUPD (SI), Y8
	VMOVUPD (DX), Y9
	VSUBPD  Y9, Y8, Y10              // the difference
	SAME(Y8, Y9, Y10, Y4, Y5, Y7, Y12, Y13, Y11)
	VCMPPD  EQUAL, Y6, Y8, Y8
	VANDPD  Y13, Y8, Y8              // both +∞
	VANDNPD Y10, Y8, Y10
	VMOVUPD Y10, (DI)
	VCMPPD  LESS, Y10, Y3, Y8
	VANDNPD Y8, Y12, Y8
	VCMPPD  LESS, Y3, Y10, Y9
	VANDNPD Y9, Y12, Y9
	VPADDQ  Y8, Y0, Y0
	VPADDQ  Y9, Y1, Y1
	VPADDQ  Y12, Y2, Y2
	ADDQ    $32, SI
	ADDQ    $32, DX
	ADDQ    $32, DI
	DECQ    CX
	JNZ     four

#define COUNT(counts, half, result) \
	VEXTRACTI128 $1, counts, X8 \
	VPADDQ       X8, half, half \
	VPSRLDQ      $8, half, X8   \
	VPADDQ       X8, half, half \
	VMOVQ        half, AX       \
	NEGQ         AX             \
	MOVQ         AX, result

	COUNT(Y0, X0, above+40(FP))
	COUNT(Y1, X1, below+48(FP))
	COUNT(Y2, X2, same+56(FP))
	VZEROUPPER
	RET

// func markSameAVX(marks, a, b *float64, fours int, rounding float64)
TEXT ·markSameAVX(SB), NOSPLIT, $0-40
	MOVQ         marks+0(FP), DI
	MOVQ         a+8(FP), SI
	MOVQ         b+16(FP), DX
	MOVQ         fours+24(FP), CX
	VBROADCASTSD ·unsigned(SB), Y4
	VBROADCASTSD ·greatestFinite(SB), Y5
	VBROADCASTSD ·one(SB), Y6
	VBROADCASTSD rounding+32(FP), Y7

markFour:
	VMOVUPD (SI), Y8
	VMOVUPD (DX), Y9
	VSUBPD  Y9, Y8, Y10
	SAME(Y8, Y9, Y10, Y4, Y5, Y7, Y12, Y13, Y11)
	VANDPD  Y6, Y12, Y12
	VMOVUPD Y12, (DI)
	ADDQ    $32, SI
	ADDQ    $32, DX
	ADDQ    $32, DI
	DECQ    CX
	JNZ     markFour
	VZEROUPPER
	RET

// BEST replaces four of the best by others that EXTREME says are better, and by any where they are NaN.
#define BEST(EXTREME, next) \
next:                             \
	VMOVUPD   (DI), Y0              \
	VMOVUPD   (SI), Y1              \
	EXTREME   Y0, Y1, Y2            \
	VCMPPD    UNORDERED, Y0, Y0, Y3 \
	VBLENDVPD Y3, Y1, Y2, Y2        \
	VMOVUPD   Y2, (DI)              \
	ADDQ      $32, SI               \
	ADDQ      $32, DI               \
	DECQ      CX                    \
	JNZ       next

// func raiseAVX(top, by *float64, fours int)
TEXT ·raiseAVX(SB), NOSPLIT, $0-24
	MOVQ top+0(FP), DI
	MOVQ by+8(FP), SI
	MOVQ fours+16(FP), CX
	BEST(VMAXPD, raiseFour)
	VZEROUPPER
	RET

// func lowerAVX(top, by *float64, fours int)
TEXT ·lowerAVX(SB), NOSPLIT, $0-24
	MOVQ top+0(FP), DI
	MOVQ by+8(FP), SI
	MOVQ fours+16(FP), CX
	BEST(VMINPD, lowerFour)
	VZEROUPPER
	RET
