#include "tests/support/printing.h"
