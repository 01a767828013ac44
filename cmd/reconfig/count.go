package main

import (
	"fmt"
	"strconv"
)

// count is how many of something as a flag, from 1 up to the most that there may be; 0 where it is not given.
type count struct{ number, most int }

func (c *count) Set(text string) error {
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > c.most {
		return fmt.Errorf("expected a whole number from 1 to %d", c.most)
	}
	c.number = n
	return nil
}

func (c *count) String() string {
	if c.number == 0 {
		return ""
	}
	return strconv.Itoa(c.number)
}

func (*count) Type() string { return "number" }
