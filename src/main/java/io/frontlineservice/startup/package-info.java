/** Makes the service start faster on this machine. */
@NullMarked
package io.frontlineservice.startup;

import org.jspecify.annotations.NullMarked;
