@NullMarked
package io.frontlineservice.conversation.routing;

import org.jspecify.annotations.NullMarked;
