// Package wrapperspb has the types that parquet-go asks for. Nothing makes any of them.
package wrapperspb

// The types of values that may be absent.
type (
	BoolValue   struct{ Value bool }
	Int32Value  struct{ Value int32 }
	Int64Value  struct{ Value int64 }
	UInt32Value struct{ Value uint32 }
	UInt64Value struct{ Value uint64 }
	FloatValue  struct{ Value float32 }
	DoubleValue struct{ Value float64 }
	StringValue struct{ Value string }
	BytesValue  struct{ Value []byte }
)

// GetValue is the value.
func (v *BoolValue) GetValue() bool { return v.Value }

// GetValue is the value.
func (v *Int32Value) GetValue() int32 { return v.Value }

// GetValue is the value.
func (v *Int64Value) GetValue() int64 { return v.Value }

// GetValue is the value.
func (v *UInt32Value) GetValue() uint32 { return v.Value }

// GetValue is the value.
func (v *UInt64Value) GetValue() uint64 { return v.Value }

// GetValue is the value.
func (v *FloatValue) GetValue() float32 { return v.Value }

// GetValue is the value.
func (v *DoubleValue) GetValue() float64 { return v.Value }

// GetValue is the value.
func (v *StringValue) GetValue() string { return v.Value }

// GetValue is the value.
func (v *BytesValue) GetValue() []byte { return v.Value }
