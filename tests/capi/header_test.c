/* The header alone, as C99 with every warning an error, before anything else is included. */
#include "towpath.h"

int main(void) { return TOWPATH_C_VERSION > 0 && TOWPATH_OK == 0 ? 0 : 1; }
