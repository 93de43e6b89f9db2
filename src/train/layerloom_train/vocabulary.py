"""What the model is taught: things in two styles, colours, shapes, words and backgrounds.

The list is short on purpose. A thing becomes recognisable after some two thousand views, so the compute at hand
decides how many things can be learned; widen the list when there is more of it.
"""
from __future__ import annotations

# style word of the prompt -> icon set
STYLES: dict[str, str] = {"cartoon": "noto", "flat": "fluent-emoji-flat"}

# thing -> (icon name, other words for it)
_THINGS = """
birthday cake=birthday-cake:cake,layer cake
balloon=balloon:party balloon
gift=wrapped-gift:present,gift box
party popper=party-popper:confetti popper
cupcake=cupcake:
candle=candle:
sun=sun:
rainbow=rainbow:
star=star:
rose=rose:red rose
tulip=tulip:
sunflower=sunflower:
tree=deciduous-tree:leafy tree
palm tree=palm-tree:palm
christmas tree=christmas-tree:
snowman=snowman-without-snow:
pumpkin=jack-o-lantern:halloween pumpkin
ghost=ghost:
cat=cat-face:kitten
dog=dog-face:puppy
fox=fox:
panda=panda:
penguin=penguin:
lion=lion:
tiger=tiger-face:
rabbit=rabbit-face:bunny
bear=bear:
frog=frog:
owl=owl:
butterfly=butterfly:
bee=honeybee:honeybee
fish=tropical-fish:
unicorn=unicorn:
coffee cup=hot-beverage:cup of coffee,coffee
pizza=pizza:slice of pizza
hamburger=hamburger:burger
donut=doughnut:doughnut
ice cream=soft-ice-cream:ice cream cone
lollipop=lollipop:
strawberry=strawberry:
cherries=cherries:
watermelon=watermelon:slice of watermelon
lemon=lemon:
apple=red-apple:red apple
banana=banana:
pineapple=pineapple:
rocket=rocket:
car=automobile:red car
bus=bus:
bicycle=bicycle:bike
sailboat=sailboat:
airplane=airplane:plane
house=house:
umbrella=umbrella:
camera=camera:
guitar=guitar:
crown=crown:
trophy=trophy:
ring=ring:
bell=bell:
wine glass=wine-glass:glass of wine
moon=crescent-moon:crescent moon
cloud=cloud:
mushroom=mushroom:
cactus=cactus:
snowflake=snowflake:
teddy bear=teddy-bear:
soccer ball=soccer-ball:football
light bulb=light-bulb:
sunglasses=sunglasses:
"""


def _parse(lines: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    things = {}
    for line in lines.strip().splitlines():
        name, rest = line.split("=")
        icon, others = rest.split(":")
        things[name] = (icon, tuple(o for o in others.split(",") if o))
    return things


THINGS = _parse(_THINGS)
PLURALS = {"cherries": "cherries", "french fries": "french fries", "grapes": "grapes", "books": "books",
           "sunglasses": "sunglasses", "strawberry": "strawberries", "daisy": "daisies", "bunny": "bunnies",
           "puppy": "puppies", "trophy": "trophies", "candy": "candies", "fish": "fish", "fox": "foxes",
           "hibiscus": "hibiscus flowers", "octopus": "octopuses", "cactus": "cactuses", "bus": "buses",
           "tomato": "tomatoes", "ladybug": "ladybugs", "pizza": "pizzas", "wine glass": "wine glasses",
           "cup of coffee": "cups of coffee", "slice of pizza": "slices of pizza", "glass of wine": "glasses of wine",
           "slice of watermelon": "slices of watermelon", "maple leaf": "maple leaves", "autumn leaf": "autumn leaves"}
NO_ARTICLE = {"cherries", "french fries", "fries", "grapes", "books", "sunglasses", "coffee", "fire"}

COLOURS: dict[str, tuple[int, int, int]] = {
    "red": (220, 50, 47), "orange": (245, 140, 40), "yellow": (250, 210, 60), "green": (70, 170, 90),
    "teal": (30, 160, 160), "blue": (60, 120, 220), "navy": (30, 45, 95), "purple": (130, 80, 190),
    "pink": (245, 150, 190), "white": (250, 250, 250), "black": (25, 25, 30), "brown": (140, 95, 60),
    "beige": (240, 225, 195), "sky blue": (150, 205, 245), "mint": (175, 230, 205), "grey": (150, 155, 160),
    "gold": (212, 175, 55)}
TEXT_COLOURS = ("red", "orange", "yellow", "green", "teal", "blue", "navy", "purple", "pink", "white", "black", "brown", "gold")
SHAPES = ("circle", "ribbon", "frame", "badge", "heart", "star", "banner", "speech bubble", "square", "triangle")
BACKGROUNDS = ("plain", "gradient", "radial", "striped", "polka dot", "checked", "sunburst", "confetti", "hills", "sea",
               "night", "bokeh")
WORDS = ("HAPPY BIRTHDAY", "SALE", "HELLO", "THANK YOU", "WELCOME", "LOVE", "PARTY", "SUMMER", "OPEN", "NEW", "COFFEE",
         "GOOD LUCK", "ENJOY", "MUSIC", "FUN", "MENU", "BIG SALE", "SAVE THE DATE", "MERRY CHRISTMAS", "HAPPY NEW YEAR",
         "SPRING", "WINTER", "AUTUMN", "PIZZA NIGHT", "LIVE", "FREE", "TODAY", "OPEN DAY", "CONGRATULATIONS", "BEST WISHES",
         "FRESH", "ICE CREAM", "BAKERY", "FLOWERS", "GARDEN", "TRAVEL", "ADVENTURE", "SCHOOL", "SPORT", "GAME ON", "DREAM BIG",
         "YOU AND ME", "HALLOWEEN", "EASTER", "JOIN US", "COMING SOON", "50% OFF", "FESTIVAL", "BOOK CLUB", "YOGA")
