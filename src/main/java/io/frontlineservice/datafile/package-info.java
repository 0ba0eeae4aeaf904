@NullMarked
package io.frontlineservice.datafile;

import org.jspecify.annotations.NullMarked;
