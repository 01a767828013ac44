//go:build amd64 && !noasm && !gccgo && !safe

#include "textflag.h"

// func countKeysSSE(w *Window, numbers *float64, stride, n int) (left int)
TEXT ·countKeysSSE(SB), NOSPLIT, $0-40
	MOVQ w+0(FP), AX
	MOVQ (AX), DX   // from
	MOVQ 8(AX), DI  // counts
	MOVQ 16(AX), R8 // how many
	MOVQ numbers+8(FP), SI
	MOVQ stride+16(FP), BX
	MOVQ n+24(FP), CX
	SHLQ $3, BX     // bytes

number:
	MOVQ (SI), AX
	ADDQ BX, SI
	ADDQ AX, AX
	SHRQ $43, AX
	SUBQ DX, AX
	CMPQ AX, R8
	JCC  stop // not below the number of counts
	INCB (DI)(AX*1)
	JEQ  stop
	DECQ CX
	JNE  number

stop:
	MOVQ CX, left+32(FP)
	RET

// func countSignedSSE(w *Windows, numbers *float64, stride, n int) (left int)
//
// Nothing here branches by sign, or by whether a number is 0: processors would guess wrong half of the time.
TEXT ·countSignedSSE(SB), NOSPLIT, $0-40
	MOVQ w+0(FP), DI
	MOVQ numbers+8(FP), SI
	MOVQ stride+16(FP), BX
	MOVQ n+24(FP), CX
	SHLQ $3, BX  // bytes
	MOVQ $64, R9 // where the window of 0 is

signed:
	MOVQ    (SI), AX
	ADDQ    BX, SI
	MOVQ    AX, DX
	SHRQ    $63, DX
	SHLQ    $5, DX // where the window of the sign is
	ADDQ    AX, AX
	SHRQ    $43, AX
	CMOVQEQ R9, DX
	SUBQ    (DI)(DX*1), AX
	CMPQ    AX, 16(DI)(DX*1)
	JCC     stopSigned
	MOVQ    8(DI)(DX*1), R8
	INCB    (R8)(AX*1)
	JEQ     stopSigned
	DECQ    CX
	JNE     signed

stopSigned:
	MOVQ CX, left+32(FP)
	RET
