//go:build amd64 && !noasm && !gccgo && !safe

#include "textflag.h"

// ADDTO widens from the least to the greatest for some numbers, and adds what they differ from the first to sums and squares.
// A number that is NaN leaves the least and the greatest as they are.
#define ADDTO(numbers, first, sum, squares, least, greatest) \
	VMINPD least, numbers, least       \
	VMAXPD greatest, numbers, greatest \
	VSUBPD first, numbers, numbers     \
	VADDPD numbers, sum, sum           \
	VMULPD numbers, numbers, numbers   \
	VADDPD numbers, squares, squares

// func addPairsAVX(p *pair, first float64, values *float64, pairs int)
TEXT ·addPairsAVX(SB), NOSPLIT, $0-32
	MOVQ     p+0(FP), DI
	VMOVDDUP first+8(FP), X4
	MOVQ     values+16(FP), SI
	MOVQ     pairs+24(FP), CX
	VMOVUPD  (DI), X0   // sums
	VMOVUPD  16(DI), X1 // squares
	VMOVUPD  32(DI), X2 // least
	VMOVUPD  48(DI), X3 // greatest

pair:
	VMOVUPD (SI), X5
	ADDTO(X5, X4, X0, X1, X2, X3)
	ADDQ    $16, SI
	DECQ    CX
	JNZ     pair

	VMOVUPD X0, (DI)
	VMOVUPD X1, 16(DI)
	VMOVUPD X2, 32(DI)
	VMOVUPD X3, 48(DI)
	RET

// BOTH has four numbers of two pairs, which lie 64 bytes apart, in a register.
#define BOTH(at, low, all) \
	VMOVUPD     at(DI), low                   \
	VINSERTF128 $1, 64+at(DI), all, all

// func addBothPairsAVX(p *[2]pair, a, b *float64, pairs int)
TEXT ·addBothPairsAVX(SB), NOSPLIT, $0-32
	MOVQ p+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ b+16(FP), DX
	MOVQ pairs+24(FP), CX
	BOTH(0, X0, Y0)  // sums
	BOTH(16, X1, Y1) // squares
	BOTH(32, X2, Y2) // least
	BOTH(48, X3, Y3) // greatest
	VMOVDDUP    (SI), X4
	VMOVDDUP    (DX), X5
	VINSERTF128 $1, X5, Y4, Y4

both:
	VMOVUPD     (SI), X5
	VINSERTF128 $1, (DX), Y5, Y5
	ADDTO(Y5, Y4, Y0, Y1, Y2, Y3)
	ADDQ        $16, SI
	ADDQ        $16, DX
	DECQ        CX
	JNZ         both

	VMOVUPD      X0, (DI)
	VMOVUPD      X1, 16(DI)
	VMOVUPD      X2, 32(DI)
	VMOVUPD      X3, 48(DI)
	VEXTRACTF128 $1, Y0, 64(DI)
	VEXTRACTF128 $1, Y1, 80(DI)
	VEXTRACTF128 $1, Y2, 96(DI)
	VEXTRACTF128 $1, Y3, 112(DI)
	VZEROUPPER
	RET

// func gatherPairsAVX(p *rowPair, rows, from *float64, stride, pairs int)
//
// All sums stay in registers. Rows that lie far apart are asked for sixteen rows ahead, so that nothing waits for memory. So is the line
// that follows each, for the second level of the cache: it is gathered next.
TEXT ·gatherPairsAVX(SB), NOSPLIT, $0-40
	MOVQ    p+0(FP), DI
	MOVQ    rows+8(FP), DX
	MOVQ    from+16(FP), SI
	MOVQ    stride+24(FP), R8
	MOVQ    pairs+32(FP), CX
	SHLQ    $3, R8       // bytes
	MOVQ    R8, R9
	SHLQ    $4, R9
	VMOVUPD (DI), Y0     // sums, even
	VMOVUPD 32(DI), Y1
	VMOVUPD 64(DI), Y2   // odd
	VMOVUPD 96(DI), Y3
	VMOVUPD 128(DI), Y4  // squares, even
	VMOVUPD 160(DI), Y5
	VMOVUPD 192(DI), Y6  // odd
	VMOVUPD 224(DI), Y7
	VMOVUPD 256(DI), Y8  // least
	VMOVUPD 288(DI), Y9
	VMOVUPD 320(DI), Y10 // greatest
	VMOVUPD 352(DI), Y11
	VMOVUPD (SI), Y12
	VMOVUPD 32(SI), Y13

pair:
	PREFETCHT0 (SI)(R9*1)
	PREFETCHT1 64(SI)
	VMOVUPD    (SI), Y14
	VMOVUPD    32(SI), Y15
	VMOVUPD    Y14, (DX)
	VMOVUPD    Y15, 32(DX)
	ADDTO(Y14, Y12, Y0, Y4, Y8, Y10)
	ADDTO(Y15, Y13, Y1, Y5, Y9, Y11)
	ADDQ       R8, SI
	PREFETCHT0 (SI)(R9*1)
	PREFETCHT1 64(SI)
	VMOVUPD    (SI), Y14
	VMOVUPD    32(SI), Y15
	VMOVUPD    Y14, 64(DX)
	VMOVUPD    Y15, 96(DX)
	ADDTO(Y14, Y12, Y2, Y6, Y8, Y10)
	ADDTO(Y15, Y13, Y3, Y7, Y9, Y11)
	ADDQ       R8, SI
	ADDQ       $128, DX
	DECQ       CX
	JNZ        pair

	VMOVUPD Y0, (DI)
	VMOVUPD Y1, 32(DI)
	VMOVUPD Y2, 64(DI)
	VMOVUPD Y3, 96(DI)
	VMOVUPD Y4, 128(DI)
	VMOVUPD Y5, 160(DI)
	VMOVUPD Y6, 192(DI)
	VMOVUPD Y7, 224(DI)
	VMOVUPD Y8, 256(DI)
	VMOVUPD Y9, 288(DI)
	VMOVUPD Y10, 320(DI)
	VMOVUPD Y11, 352(DI)
	VZEROUPPER
	RET

// func subtractAVX(rows, from *float64, stride, n int)
TEXT ·subtractAVX(SB), NOSPLIT, $0-32
	MOVQ rows+0(FP), DI
	MOVQ from+8(FP), SI
	MOVQ stride+16(FP), R8
	MOVQ n+24(FP), CX
	SHLQ $3, R8            // bytes
	MOVQ R8, R9
	SHLQ $4, R9

row:
	PREFETCHT0 (SI)(R9*1)
	VMOVUPD    (DI), Y0
	VMOVUPD    32(DI), Y1
	VSUBPD     (SI), Y0, Y0
	VSUBPD     32(SI), Y1, Y1
	VMOVUPD    Y0, (DI)
	VMOVUPD    Y1, 32(DI)
	ADDQ       R8, SI
	ADDQ       $64, DI
	DECQ       CX
	JNZ        row
	VZEROUPPER
	RET
