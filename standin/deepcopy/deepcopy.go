// Package deepcopy stands for github.com/tiendc/go-deepcopy, which excelize copies parts of a workbook with. That module can also
// call methods of what it copies, by their names. Then the linker must keep all methods of all types: 6 MB of this program.
package deepcopy

import (
	"fmt"
	"reflect"
)

// Copy copies src, and all that its exported fields lead to, to where dst points. src is a value of that type or a pointer to one. Unexported
// fields become zero. It returns an error where the types do not fit.
func Copy(dst, src any) error {
	to, from := reflect.ValueOf(dst), reflect.ValueOf(src)
	if to.Kind() != reflect.Pointer || to.IsNil() {
		return fmt.Errorf("deepcopy: cannot copy to %T", dst)
	}
	if from.Kind() == reflect.Pointer && from.Type() == to.Type() {
		from = from.Elem()
	}
	if !from.IsValid() || from.Type() != to.Elem().Type() {
		return fmt.Errorf("deepcopy: cannot copy %T to %T", src, dst)
	}
	to.Elem().Set(copied(from))
	return nil
}

func copied(from reflect.Value) reflect.Value {
	if kind := from.Kind(); (kind == reflect.Pointer || kind == reflect.Slice || kind == reflect.Map || kind == reflect.Interface) && from.IsNil() {
		return from
	}
	to := reflect.New(from.Type()).Elem()
	switch from.Kind() {
	case reflect.Pointer:
		to.Set(reflect.New(from.Type().Elem()))
		to.Elem().Set(copied(from.Elem()))
	case reflect.Interface:
		to.Set(copied(from.Elem()))
	case reflect.Struct:
		for i := range from.NumField() {
			if from.Type().Field(i).IsExported() {
				to.Field(i).Set(copied(from.Field(i)))
			}
		}
	case reflect.Slice, reflect.Array:
		if from.Kind() == reflect.Slice {
			to.Set(reflect.MakeSlice(from.Type(), from.Len(), from.Len()))
		}
		for i := range from.Len() {
			to.Index(i).Set(copied(from.Index(i)))
		}
	case reflect.Map:
		to.Set(reflect.MakeMapWithSize(from.Type(), from.Len()))
		for each := from.MapRange(); each.Next(); {
			to.SetMapIndex(copied(each.Key()), copied(each.Value()))
		}
	default:
		return from
	}
	return to
}
